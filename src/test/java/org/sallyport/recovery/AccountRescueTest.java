package org.sallyport.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.person.link.LinkPurpose.EMAIL_CHANGE;
import static org.sallyport.person.link.LinkPurpose.RESET;

import java.time.Duration;
import org.sallyport.person.StoredPeople;
import org.sallyport.person.credential.Password;
import org.sallyport.platform.mail.Mail;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.recovery.LinkedAddress.LinkState;

/** What the owner of an address does whose account somebody else has got hold of. */
class AccountRescueTest {
  private static final String OLD = "alice@example.test";
  private static final String THEIRS = "mallory@example.test";
  private static final Password FIRST = new Password("the first one of alice");
  private static final String NEW = "seven quiet herons at dusk";

  @StoreTest
  void the_address_is_restored_and_nothing_of_before_counts(Store store) {
    var desk = RecoveryDesk.at(store);
    desk.signsIn("alice", "of mallory");
    desk.signsIn("bob", "of bob");
    var undo = desk.changes("alice", THEIRS);
    var reset = desk.link(RESET, "alice", THEIRS);
    var change = desk.link(EMAIL_CHANGE, "alice", "more@example.test");
    desk.clock.advance(Duration.ofSeconds(5));
    assertThat(desk.rescue(undo)).isTrue();
    var alice = desk.person("alice");
    assertThat(desk.address("alice")).isEqualTo(OLD);
    assertThat(alice.email().isVerified()).isFalse();
    assertThat(desk.signsIn("alice", FIRST)).isFalse();
    assertThat(alice.endedAt()).contains(desk.clock.instant());
    assertThat(alice.credentialsChangedAt()).isEqualTo(desk.clock.instant());
    assertThat(desk.sessions("alice")).isZero();
    assertThat(desk.sessions("bob")).isOne();
    assertThat(desk.chooses(RESET, reset, NEW)).isFalse();
    assertThat(desk.confirm(EMAIL_CHANGE, change)).isEqualTo(LinkState.GONE);
    assertThat(desk.newest("email-restored").map(Mail::to)).contains(MailAddress.of(THEIRS));
    assertThat(store.count("audit_event", "event = 'email_restored'")).isOne();
    assertThat(desk.rescue(undo)).isFalse();
  }

  @StoreTest
  void the_file_gives_no_password_back_and_a_link_to_the_restored_address_does(Store store) {
    var desk = RecoveryDesk.at(store);
    assertThat(desk.rescue(desk.changes("alice", THEIRS))).isTrue();
    StoredPeople.apply(
        store,
        desk.clock,
        "[{\"username\": \"alice\", \"password\": \"given once more\", \"email\": \"%s\"},"
                .formatted(OLD)
            + " {\"username\": \"bob\"}]");
    assertThat(desk.signsIn("alice", new Password("given once more"))).isFalse();
    assertThat(desk.chooses(RESET, desk.link(RESET, "alice", OLD), NEW)).isTrue();
    assertThat(desk.signsIn("alice", new Password(NEW))).isTrue();
  }

  @StoreTest
  void whoever_changes_the_address_twice_cannot_keep_the_owner_out(Store store) {
    var desk = RecoveryDesk.at(store);
    var owners = desk.changes("alice", THEIRS);
    desk.clock.advance(Duration.ofSeconds(5));
    var mallorys = desk.changes("alice", "second@example.test");
    desk.clock.advance(Duration.ofSeconds(5));
    assertThat(desk.chooses(RESET, desk.link(RESET, "alice", "second@example.test"), NEW)).isTrue();
    assertThat(desk.rescue(owners)).isTrue();
    assertThat(desk.address("alice")).isEqualTo(OLD);
    assertThat(desk.signsIn("alice", new Password(NEW))).isFalse();
    assertThat(desk.rescue(mallorys)).isFalse();
    assertThat(desk.address("alice")).isEqualTo(OLD);
  }

  @StoreTest
  void whoever_undoes_the_later_change_first_cannot_either(Store store) {
    var desk = RecoveryDesk.at(store);
    var owners = desk.changes("alice", THEIRS);
    desk.clock.advance(Duration.ofSeconds(5));
    assertThat(desk.rescue(desk.changes("alice", "second@example.test"))).isTrue();
    assertThat(desk.address("alice")).isEqualTo(THEIRS);
    assertThat(desk.rescue(owners)).isTrue();
    assertThat(desk.address("alice")).isEqualTo(OLD);
  }

  @StoreTest
  void what_the_file_has_said_since_stays(Store store) {
    var desk = RecoveryDesk.at(store);
    var undo = desk.changes("alice", THEIRS);
    StoredPeople.apply(
        store,
        desk.clock,
        "[{\"username\": \"alice\", \"email\": \"desk@example.test\"}, {\"username\": \"bob\"}]");
    assertThat(desk.rescue(undo)).isTrue();
    assertThat(desk.address("alice")).isEqualTo("desk@example.test");
    assertThat(desk.signsIn("alice", FIRST)).isFalse();
  }

  @StoreTest
  void an_address_that_somebody_else_verified_meanwhile_comes_back_unverified(Store store) {
    var desk = RecoveryDesk.at(store);
    store.sql("update person set email_verified_at = created_at where username = 'alice'");
    var undo = desk.changes("alice", THEIRS);
    desk.changes("bob", OLD);
    assertThat(desk.rescue(undo)).isTrue();
    assertThat(desk.address("alice")).isEqualTo(OLD);
    assertThat(desk.person("alice").email().isVerified()).isFalse();
    assertThat(desk.person("bob").email().isVerified()).isTrue();
  }
}
