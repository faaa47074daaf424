package org.sallyport.person.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Subject;

class MailLinksTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOW.plus(LinkPurpose.RESET.lifetime());
  private static final Subject ALICE = new Subject("alice");
  private static final Subject BOB = new Subject("bob");

  private static final MailAddress ADDRESS = MailAddress.of("alice@example.test");

  private static MailLinks links(Store store) {
    return StoredLinks.of(store);
  }

  private static String issue(Store store, Subject subject) {
    return issue(store, LinkPurpose.RESET, subject, NOW);
  }

  private static String issue(Store store, LinkPurpose purpose, Subject subject, Instant now) {
    var link = new NewLink(purpose, subject, ADDRESS, "payload");
    return store.inTransaction(() -> links(store).issue(link, now));
  }

  private static boolean use(Store store, String token, Instant now) {
    return store.inTransaction(() -> links(store).use(LinkPurpose.RESET, token, now));
  }

  private static boolean isLive(Store store, LinkPurpose purpose, String token, Instant now) {
    return store.inTransaction(() -> links(store).find(purpose, token, now)).isPresent();
  }

  @StoreTest
  void a_link_is_found_as_often_as_it_is_looked_at_and_used_once(Store store) {
    var token = issue(store, ALICE);
    var live = new LiveLink(LinkPurpose.RESET, ALICE, Optional.of(ADDRESS), "payload");
    for (var i = 0; i < 3; i++) {
      assertThat(store.inTransaction(() -> links(store).find(LinkPurpose.RESET, token, NOW)))
          .contains(live);
    }
    assertThat(use(store, token, NOW)).isTrue();
    assertThat(use(store, token, NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, token, NOW)).isFalse();
  }

  @StoreTest
  void the_live_link_of_a_person_is_found_by_its_purpose(Store store) {
    var token = issue(store, ALICE);
    assertThat(ofAlice(store, LinkPurpose.RESET, NOW))
        .contains(new LiveLink(LinkPurpose.RESET, ALICE, Optional.of(ADDRESS), "payload"));
    assertThat(ofAlice(store, LinkPurpose.EMAIL_CHANGE, NOW)).isEmpty();
    assertThat(ofAlice(store, LinkPurpose.RESET, LATER)).isEmpty();
    assertThat(use(store, token, NOW)).isTrue();
    assertThat(ofAlice(store, LinkPurpose.RESET, NOW)).isEmpty();
  }

  private static Optional<LiveLink> ofAlice(Store store, LinkPurpose purpose, Instant now) {
    return store.inTransaction(() -> links(store).find(purpose, ALICE, now));
  }

  @StoreTest
  void a_link_is_for_its_purpose_and_its_time_alone(Store store) {
    var token = issue(store, ALICE);
    assertThat(isLive(store, LinkPurpose.INVITATION, token, NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, token + "x", NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, "", NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, "x".repeat(10_000), NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, token, LATER.minusSeconds(1))).isTrue();
    assertThat(isLive(store, LinkPurpose.RESET, token, LATER)).isFalse();
    assertThat(use(store, token, LATER)).isFalse();
  }

  @StoreTest
  void a_newer_link_takes_the_place_of_the_one_before_but_not_of_others(Store store) {
    var first = issue(store, ALICE);
    var bobs = issue(store, BOB);
    var second = issue(store, ALICE);
    assertThat(isLive(store, LinkPurpose.RESET, first, NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, second, NOW)).isTrue();
    store.run(() -> links(store).voidAll(ALICE, NOW));
    assertThat(isLive(store, LinkPurpose.RESET, second, NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.RESET, bobs, NOW)).isTrue();
  }

  @StoreTest
  void links_that_undo_a_change_are_one_for_each_change_and_void_later_ones_alone(Store store) {
    var first = issue(store, LinkPurpose.NOT_ME, ALICE, NOW);
    var second = issue(store, LinkPurpose.NOT_ME, ALICE, NOW.plusSeconds(1));
    var third = issue(store, LinkPurpose.NOT_ME, ALICE, NOW.plusSeconds(2));
    var reset = issue(store, ALICE);
    var bobs = issue(store, LinkPurpose.NOT_ME, BOB, NOW.plusSeconds(3));
    store.run(() -> links(store).voidAll(ALICE, NOW));
    assertThat(isLive(store, LinkPurpose.RESET, reset, NOW)).isFalse();
    var newReset = issue(store, ALICE);
    store.run(
        () -> {
          links(store).use(LinkPurpose.NOT_ME, second, NOW);
          links(store).voidSince(ALICE, second, NOW);
        });
    assertThat(isLive(store, LinkPurpose.NOT_ME, first, NOW)).isTrue();
    assertThat(isLive(store, LinkPurpose.NOT_ME, third, NOW)).isFalse();
    assertThat(isLive(store, LinkPurpose.NOT_ME, bobs, NOW)).isTrue();
    assertThat(isLive(store, LinkPurpose.RESET, newReset, NOW)).isFalse();
  }

  @StoreTest
  void the_database_knows_the_hash_alone(Store store) {
    var token = issue(store, ALICE);
    assertThat(store.count("mail_link", "token_hash = '" + Sha256.hex(token) + "'")).isOne();
    assertThat(store.count("mail_link", "token_hash = '" + token + "'")).isZero();
  }

  @StoreTest
  void of_many_that_use_a_link_at_once_one_does(Store store) {
    var token = issue(store, ALICE);
    var verdicts = Race.of(8, () -> use(store, token, NOW));
    assertThat(Collections.frequency(verdicts, true)).isEqualTo(1);
  }

  @StoreTest
  void links_that_are_over_are_swept(Store store) {
    issue(store, ALICE);
    var links = links(store);
    assertThat(store.inTransaction(() -> links.sweep(NOW, 10))).isZero();
    assertThat(store.inTransaction(() -> links.sweep(LATER.plus(Duration.ofDays(1)), 10))).isOne();
  }
}
