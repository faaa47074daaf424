package org.sallyport.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.person.link.LinkPurpose.EMAIL_CHANGE;
import static org.sallyport.person.link.LinkPurpose.INVITATION;
import static org.sallyport.person.link.LinkPurpose.NOT_ME;
import static org.sallyport.person.link.LinkPurpose.RESET;
import static org.sallyport.person.link.LinkPurpose.VERIFICATION;

import java.time.Duration;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.mail.Mail;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.recovery.LinkedAddress.LinkState;

class LinkedAddressTest {
  private static final String NEW = "new@example.test";

  @StoreTest
  void an_address_is_verified_once_by_a_link_and_by_looking_not_at_all(Store store) {
    var desk = RecoveryDesk.at(store);
    var token = desk.link(VERIFICATION, "alice", "alice@example.test");
    assertThat(desk.view(VERIFICATION, token)).isEqualTo(LinkState.LIVE);
    assertThat(desk.person("alice").email().isVerified()).isFalse();
    assertThat(desk.confirm(VERIFICATION, token)).isEqualTo(LinkState.DONE);
    assertThat(desk.confirm(VERIFICATION, token)).isEqualTo(LinkState.GONE);
    assertThat(desk.view(VERIFICATION, token)).isEqualTo(LinkState.GONE);
    assertThat(desk.person("alice").claims().values()).containsEntry("email_verified", true);
    assertThat(store.count("audit_event", "event = 'email_verified'")).isOne();
  }

  @StoreTest
  void another_address_is_taken_and_the_one_before_is_told(Store store) {
    var desk = RecoveryDesk.at(store);
    var token = desk.link(EMAIL_CHANGE, "alice", NEW);
    assertThat(desk.address("alice")).isEqualTo("alice@example.test");
    assertThat(desk.confirm(EMAIL_CHANGE, token)).isEqualTo(LinkState.DONE);
    assertThat(desk.address("alice")).isEqualTo(NEW);
    assertThat(desk.person("alice").email().isVerified()).isTrue();
    assertThat(desk.newest("not-me").map(Mail::to)).contains(MailAddress.of("alice@example.test"));
    assertThat(store.count("audit_event", "event = 'email_changed'")).isOne();
  }

  @StoreTest
  void nobody_is_told_where_there_was_no_address(Store store) {
    var desk = RecoveryDesk.at(store);
    StoredPeople.apply(store, desk.clock, "[{\"username\": \"alice\"}, {\"username\": \"bob\"}]");
    var token = desk.link(EMAIL_CHANGE, "alice", NEW);
    assertThat(desk.confirm(EMAIL_CHANGE, token)).isEqualTo(LinkState.DONE);
    assertThat(desk.newest("not-me")).isEmpty();
  }

  @StoreTest
  void a_link_of_an_address_that_has_changed_does_nothing(Store store) {
    var desk = RecoveryDesk.at(store);
    var change = desk.link(EMAIL_CHANGE, "alice", NEW);
    var verification = desk.link(VERIFICATION, "alice", "alice@example.test");
    var reset = desk.link(RESET, "alice", "alice@example.test");
    StoredPeople.apply(
        store,
        desk.clock,
        "[{\"username\": \"alice\", \"email\": \"moved@example.test\"}, {\"username\": \"bob\"}]");
    assertThat(desk.view(VERIFICATION, verification)).isEqualTo(LinkState.OUTDATED);
    assertThat(desk.confirm(VERIFICATION, verification)).isEqualTo(LinkState.OUTDATED);
    assertThat(desk.confirm(EMAIL_CHANGE, change)).isEqualTo(LinkState.OUTDATED);
    assertThat(desk.chooses(RESET, reset, "a good one for tonight")).isFalse();
    assertThat(desk.address("alice")).isEqualTo("moved@example.test");
    assertThat(desk.person("alice").email().isVerified()).isFalse();
  }

  @StoreTest
  void an_address_of_another_account_is_not_taken_and_the_link_says_so(Store store) {
    var desk = RecoveryDesk.at(store);
    var token = desk.link(EMAIL_CHANGE, "alice", "Bob@example.test");
    assertThat(desk.view(EMAIL_CHANGE, token)).isEqualTo(LinkState.TAKEN);
    assertThat(desk.confirm(EMAIL_CHANGE, token)).isEqualTo(LinkState.TAKEN);
    assertThat(desk.address("alice")).isEqualTo("alice@example.test");
    // The name that somebody signs in by belongs to them alone.
    store.sql("update person set username = 'x@example.test' where username = 'bob'");
    var named = desk.link(EMAIL_CHANGE, "alice", "x@example.test");
    assertThat(desk.confirm(EMAIL_CHANGE, named)).isEqualTo(LinkState.TAKEN);
  }

  @StoreTest
  void a_new_password_verifies_the_address_of_its_link_unless_it_is_taken(Store store) {
    var desk = RecoveryDesk.at(store);
    assertThat(desk.chooses(RESET, reset(desk), "a good one for tonight")).isTrue();
    assertThat(desk.person("alice").email().isVerified()).isTrue();
    store.sql(
        "update person set email_verified_at = null, email = 'bob@example.test'"
            + " where username = 'alice'");
    var shared = desk.link(RESET, "alice", "bob@example.test");
    assertThat(desk.chooses(RESET, shared, "another one for tonight")).isTrue();
    assertThat(desk.person("alice").email().isVerified()).isFalse();
  }

  private static String reset(RecoveryDesk desk) {
    return desk.link(RESET, "alice", "alice@example.test");
  }

  @StoreTest
  void links_are_good_for_a_day_and_those_that_undo_for_seven(Store store) {
    var desk = RecoveryDesk.at(store);
    var undo = desk.changes("alice", NEW);
    var token = desk.link(VERIFICATION, "alice", NEW);
    desk.clock.advance(Duration.ofDays(1));
    assertThat(desk.confirm(VERIFICATION, token)).isEqualTo(LinkState.GONE);
    desk.clock.advance(Duration.ofDays(6).minusSeconds(1));
    assertThat(desk.isRescue(undo)).isTrue();
    desk.clock.advance(Duration.ofSeconds(1));
    assertThat(desk.rescue(undo)).isFalse();
    assertThat(desk.address("alice")).isEqualTo(NEW);
  }

  @StoreTest
  void a_link_of_another_purpose_or_of_nobody_does_nothing(Store store) {
    var desk = RecoveryDesk.at(store);
    var change = desk.link(EMAIL_CHANGE, "alice", NEW);
    assertThat(desk.confirm(VERIFICATION, change)).isEqualTo(LinkState.GONE);
    assertThat(desk.rescue(change)).isFalse();
    assertThat(desk.chooses(RESET, change, "a good one for tonight")).isFalse();
    assertThat(desk.chooses(INVITATION, change, "a good one for tonight")).isFalse();
    for (var token : new String[] {"", "x", "A".repeat(43), "A".repeat(100_000)}) {
      assertThat(desk.confirm(EMAIL_CHANGE, token)).isEqualTo(LinkState.GONE);
      assertThat(desk.rescue(token)).isFalse();
    }
    store.sql("update person set enabled = false where username = 'alice'");
    assertThat(desk.confirm(EMAIL_CHANGE, change)).isEqualTo(LinkState.GONE);
    assertThat(NOT_ME.lifetime()).isEqualTo(Duration.ofDays(7));
  }
}
