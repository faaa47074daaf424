package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.person.signin.SignInDesk.ALICE;
import static org.sallyport.person.signin.SignInDesk.RIGHT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.sallyport.person.credential.Argon2Cost;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.signin.SignInDesk;
import org.sallyport.person.signin.SignInVerdict.Accepted;
import org.sallyport.person.signin.SignInVerdict.Refused;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/**
 * Passwords as rows, beside nodes of an earlier version, which know the columns of person alone.
 */
class StoredCredentialTest {
  private static final Instant NOW = SignInDesk.NOW;
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  private static final PasswordHash OTHER = PasswordHash.of(new Password("battery staple"), CHEAP);
  // As an earlier version writes what the file, its owner or a dearer hash changed.
  private static final String EARLIER = "update person set password_hash = '%s'";
  private static final String SAME =
      "verifier = (select p.password_hash from person p where p.subject = credential.subject)"
          + " and set_by = (select p.password_set_by from person p where p.subject = subject)";

  @StoreTest
  void a_password_is_a_row_of_its_own_and_stands_in_the_columns_of_before_too(Store store) {
    SignInDesk.at(store).with(ALICE, "alice", true);
    assertThat(store.count("credential", "kind = 'password' and subject = 'alice-1'")).isOne();
    assertThat(store.count("credential", SAME)).isOne();
  }

  @StoreTest
  void a_person_may_have_credentials_of_other_kinds(Store store) {
    var desk = SignInDesk.at(store).with(ALICE, "alice", true);
    store.sql(
        "insert into credential (id, subject, kind, verifier, set_by, created_at, changed_at)"
            + " select 'later ' || n.id, 'alice-1', 'later', n.id, 'owner', created_at, created_at"
            + " from person, (select '1' as id union select '2' as id) n");
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
    store.run(() -> alice(store).choosePassword(OTHER, NOW));
    assertThat(desk.tries("alice", "battery staple")).isInstanceOf(Accepted.class);
    assertThat(store.count("credential", "kind = 'later' and verifier in ('1', '2')")).isEqualTo(2);
  }

  @StoreTest
  void a_password_that_a_node_of_before_changed_signs_in(Store store) {
    var desk = SignInDesk.at(store).with(ALICE, "alice", true);
    store.sql(EARLIER.formatted(OTHER.text()));
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Refused.class);
    assertThat(desk.tries("alice", "battery staple")).isInstanceOf(Accepted.class);
  }

  @StoreTest
  void a_password_that_is_changed_here_stands_where_a_node_of_before_looks(Store store) {
    SignInDesk.at(store).with(ALICE, "alice", true);
    store.run(() -> alice(store).choosePassword(OTHER, NOW));
    assertThat(store.count("person", "password_hash = '%s'".formatted(OTHER.text()))).isOne();
    assertThat(store.count("credential", SAME)).isOne();
  }

  @StoreTest
  void a_dearer_hash_is_written_to_both(Store store) {
    var desk = SignInDesk.at(store).with(ALICE, "alice", true);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
    assertThat(store.count("credential", "verifier like '%m=7168,%'")).isOne();
    assertThat(store.count("credential", SAME)).isOne();
  }

  @StoreTest
  void what_the_owner_chose_at_a_node_of_before_is_not_undone_by_the_file(Store store) {
    apply(store, "correct horse");
    store.sql(EARLIER.formatted(OTHER.text()) + ", password_set_by = 'owner'");
    apply(store, "something else");
    assertThat(password(store)).isEqualTo(OTHER.text());
    assertThat(store.count("credential", SAME)).isOne();
  }

  @StoreTest
  void a_person_whom_a_node_of_before_made_gets_a_row(Store store) {
    StoredPeople.join(store, "alice");
    store.sql(EARLIER.formatted(OTHER.text()));
    var desk = SignInDesk.at(store);
    assertThat(desk.tries("alice", "battery staple")).isInstanceOf(Accepted.class);
    store.run(() -> alice(store).choosePassword(OTHER, NOW));
    assertThat(store.count("credential", SAME)).isOne();
  }

  @StoreTest
  void many_sign_ins_of_a_person_without_a_row_are_all_let_in(Store store) {
    StoredPeople.join(store, "alice");
    store.sql(EARLIER.formatted(OTHER.text()));
    var desk = SignInDesk.at(store);
    assertThat(Race.of(4, () -> desk.tries("alice", "battery staple")))
        .hasOnlyElementsOfType(Accepted.class);
  }

  private static Person alice(Store store) {
    return StoredPeople.of(store).byUsername("alice").orElseThrow();
  }

  private static String password(Store store) {
    return store.inTransaction(() -> alice(store).password().orElseThrow().text());
  }

  private static void apply(Store store, String password) {
    StoredPeople.apply(
        store,
        Clock.fixed(NOW, ZoneOffset.UTC),
        "[{\"username\": \"alice\", \"password\": \"%s\"}]".formatted(password));
  }
}
