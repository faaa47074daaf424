package org.sallyport.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.recovery.LinkedAddress.LinkState;

/**
 * A way back in neither signs in nor weakens: whatever links of whatever purpose are sent and used
 * in whatever order, live, used, guessed, of another purpose or over.
 */
class RecoveryPathsTest {
  private static final int ROUNDS = 12;
  private static final int STEPS = 14;
  private static final List<String> PLACES =
      List.of("alice@example.test", "bob@example.test", "x@example.test", "y@example.test");

  @StoreTest
  void no_way_back_in_signs_in_or_weakens(Store store) {
    for (var seed = 0; seed < ROUNDS; seed++) {
      store.empty();
      new Run(RecoveryDesk.at(store), new Random(seed)).go();
    }
  }

  /** What must not change unless a step may change it. */
  private record Standing(long sessions, long others, String password, String address) {}

  private static final class Run {
    private final RecoveryDesk desk;
    private final Random random;
    private final List<String> links = new ArrayList<>();
    private int signIns;

    Run(RecoveryDesk desk, Random random) {
      this.desk = desk;
      this.random = random;
    }

    void go() {
      otherFactor("alice");
      otherFactor("bob");
      for (var step = 0; step < STEPS; step++) {
        desk.clock.advance(Duration.ofSeconds(random.nextInt(200) == 0 ? 90_000 : 7));
        signIn();
        send();
        var link = links.get(random.nextInt(links.size()));
        var purpose = any(List.of(LinkPurpose.values()));
        var used = random.nextInt(6) == 0 ? link + "x" : link;
        check(purpose, used);
      }
    }

    private void otherFactor(String username) {
      var subject = desk.person(username).subject();
      desk.store.sql(
          "insert into credential (id, subject, kind, verifier, set_by, created_at, changed_at)"
              + " select 'key of %1$s', '%2$s', 'passkey', 'of %1$s', 'owner', created_at, created_at"
                  .formatted(username, subject)
              + " from person where username = '%s'".formatted(username));
    }

    private void signIn() {
      desk.signsIn("alice", "a" + signIns);
      desk.signsIn("bob", "b" + signIns);
      signIns++;
    }

    private void send() {
      var purpose = any(List.of(LinkPurpose.values()));
      var username = any(List.of("alice", "bob"));
      if (purpose == LinkPurpose.NOT_ME) {
        desk.newest("not-me").map(RecoveryDesk::token).ifPresent(links::add);
      }
      if (purpose == LinkPurpose.REGISTRATION) {
        links.add(desk.registrationLink(any(PLACES)));
      } else if (purpose == LinkPurpose.EMAIL_CHANGE) {
        links.add(desk.link(purpose, username, any(PLACES)));
      } else if (purpose != LinkPurpose.NOT_ME) {
        links.add(desk.link(purpose, username, desk.address(username)));
      }
      if (links.isEmpty()) {
        links.add("A".repeat(43));
      }
    }

    private void check(LinkPurpose purpose, String link) {
      var alice = standing("alice");
      var bob = standing("bob");
      var done = use(purpose, link);
      var changed =
          (alice.equals(standing("alice")) ? 0 : 1) + (bob.equals(standing("bob")) ? 0 : 1);
      assertThat(changed).isLessThanOrEqualTo(done ? 1 : 0);
      check(purpose, alice, standing("alice"));
      check(purpose, bob, standing("bob"));
      var signedIn =
          "subject not in (select subject from person where username in ('alice', 'bob'))";
      assertThat(desk.store.count("browser_session", signedIn)).isZero();
      for (var place : PLACES) {
        var verified = "email = '%s' and email_verified_at is not null".formatted(place);
        assertThat(desk.store.count("person", verified)).isLessThanOrEqualTo(1);
      }
    }

    // The factor beside the password stays in any case; nobody gets a session.
    private static void check(LinkPurpose purpose, Standing before, Standing after) {
      assertThat(after.others()).isOne();
      var isPassword = purpose == LinkPurpose.RESET || purpose == LinkPurpose.INVITATION;
      if (!after.password().equals(before.password())) {
        assertThat(isPassword || purpose == LinkPurpose.NOT_ME).isTrue();
        assertThat(after.sessions()).isZero();
      } else if (purpose != LinkPurpose.NOT_ME) {
        assertThat(after.sessions()).isEqualTo(before.sessions());
      } else {
        assertThat(after.sessions()).isIn(0L, before.sessions());
      }
      if (isPassword || purpose == LinkPurpose.REGISTRATION) {
        assertThat(after.address()).isEqualTo(before.address());
      }
    }

    private boolean use(LinkPurpose purpose, String link) {
      return switch (purpose) {
        case RESET, INVITATION ->
            desk.chooses(purpose, link, "herons at dusk " + random.nextLong());
        case VERIFICATION, EMAIL_CHANGE -> desk.confirm(purpose, link) == LinkState.DONE;
        case REGISTRATION -> desk.registers(link);
        case NOT_ME -> desk.rescue(link);
      };
    }

    private Standing standing(String username) {
      var person = desk.person(username);
      var others =
          desk.store.count(
              "credential",
              "subject = '%s' and kind = 'passkey' and verifier = 'of %s'"
                  .formatted(person.subject(), username));
      return new Standing(
          desk.sessions(username),
          others,
          person.password().map(hash -> hash.text()).orElse(""),
          desk.address(username));
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
