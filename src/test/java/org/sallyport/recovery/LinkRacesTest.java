package org.sallyport.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.person.credential.Password;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.recovery.LinkedAddress.LinkState;

/** Links that come to two nodes of one PostgreSQL at the same moment. */
class LinkRacesTest {
  private static final String NEW = "new@example.test";
  private static final String MALLORYS = "of mallory, for mallory";
  private static final int AT_ONCE = 8;

  private static Store one;
  private static Store two;

  @BeforeAll
  static void start() {
    var settings = Stores.newPostgreSql("link_races");
    one = Stores.open(settings);
    two = Stores.open(settings);
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  /** Each kind of link, and how it is used. */
  enum Kind {
    RESET(LinkPurpose.RESET, Kind::chooses),
    INVITATION(LinkPurpose.INVITATION, Kind::chooses),
    VERIFICATION(LinkPurpose.VERIFICATION, (desk, link) -> confirms(desk, false, link)),
    EMAIL_CHANGE(LinkPurpose.EMAIL_CHANGE, (desk, link) -> confirms(desk, true, link)),
    NOT_ME(LinkPurpose.NOT_ME, RecoveryDesk::rescue);

    private final LinkPurpose purpose;

    @SuppressWarnings("ImmutableEnumChecker") // Each is a method without state.
    private final BiPredicate<RecoveryDesk, String> use;

    Kind(LinkPurpose purpose, BiPredicate<RecoveryDesk, String> use) {
      this.purpose = purpose;
      this.use = use;
    }

    private static boolean chooses(RecoveryDesk desk, String link) {
      var password = "seven quiet herons " + Thread.currentThread().getId();
      return desk.chooses(LinkPurpose.RESET, link, password)
          || desk.chooses(LinkPurpose.INVITATION, link, password);
    }

    private static boolean confirms(RecoveryDesk desk, boolean change, String link) {
      var purpose = change ? LinkPurpose.EMAIL_CHANGE : LinkPurpose.VERIFICATION;
      return desk.confirm(purpose, link) == LinkState.DONE;
    }

    private String link(RecoveryDesk desk) {
      return switch (this) {
        case NOT_ME -> desk.changes("alice", NEW);
        case EMAIL_CHANGE -> desk.link(purpose, "alice", NEW);
        case RESET, INVITATION, VERIFICATION -> desk.link(purpose, "alice", "alice@example.test");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_many_that_use_a_link_on_two_nodes_one_succeeds(Kind kind) {
    for (var round = 0; round < 10; round++) {
      one.empty();
      var here = RecoveryDesk.at(one);
      var there = here.onNode(two);
      var link = kind.link(here);
      var verdicts = Race.of(attempts(i -> kind.use.test(i % 2 == 0 ? here : there, link)));
      assertThat(Collections.frequency(verdicts, true)).isEqualTo(1);
      assertThat(one.count("audit_event", "event = 'email_changed'"))
          .isEqualTo(kind == Kind.EMAIL_CHANGE || kind == Kind.NOT_ME ? 1 : 0);
    }
  }

  @Test
  void of_two_people_who_verify_an_address_at_once_one_does() {
    for (var round = 0; round < 20; round++) {
      one.empty();
      var here = RecoveryDesk.at(one);
      var there = here.onNode(two);
      var alices = here.link(LinkPurpose.EMAIL_CHANGE, "alice", NEW);
      var bobs = here.link(LinkPurpose.EMAIL_CHANGE, "bob", NEW);
      var verdicts =
          Race.of(
              List.of(
                  () -> here.confirm(LinkPurpose.EMAIL_CHANGE, alices),
                  () -> there.confirm(LinkPurpose.EMAIL_CHANGE, bobs)));
      assertThat(verdicts).containsExactlyInAnyOrder(LinkState.DONE, LinkState.TAKEN);
      assertThat(one.count("person", "email = '" + NEW + "' and email_verified_at is not null"))
          .isOne();
    }
  }

  @Test
  void a_link_that_undoes_wins_over_a_new_password_that_comes_at_the_same_moment() {
    for (var round = 0; round < 10; round++) {
      one.empty();
      var here = RecoveryDesk.at(one);
      var there = here.onNode(two);
      var undo = here.changes("alice", NEW);
      var reset = here.link(LinkPurpose.RESET, "alice", NEW);
      var verdicts =
          Race.of(
              List.<Callable<Boolean>>of(
                  () -> here.rescue(undo),
                  () -> there.chooses(LinkPurpose.RESET, reset, MALLORYS)));
      assertThat(verdicts.get(0)).isTrue();
      assertThat(here.signsIn("alice", new Password("the first one of alice"))).isFalse();
      assertThat(here.signsIn("alice", new Password(MALLORYS))).isFalse();
      assertThat(here.address("alice")).isEqualTo("alice@example.test");
    }
  }

  private static List<Callable<Boolean>> attempts(IntPredicate attempt) {
    return IntStream.range(0, AT_ONCE)
        .<Callable<Boolean>>mapToObj(i -> () -> attempt.test(i))
        .toList();
  }
}
