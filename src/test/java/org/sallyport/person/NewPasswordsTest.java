package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.person.signin.SignInDesk.ALICE;
import static org.sallyport.person.signin.SignInDesk.RIGHT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.TestHashing;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.person.credential.policy.PasswordRefusal.Reason;
import org.sallyport.person.credential.policy.TestPolicy;
import org.sallyport.person.signin.SignInDesk;
import org.sallyport.person.signin.SignInVerdict.Accepted;
import org.sallyport.person.signin.SignInVerdict.Refused;
import org.sallyport.platform.audit.TestAudits;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class NewPasswordsTest {
  private static final Instant NOW = SignInDesk.NOW.plusSeconds(60);
  private static final String NEW = "three lamps and a slow train";

  private static final Queue<Object> TOLD = new ConcurrentLinkedQueue<>();

  @StoreTest
  void a_password_that_is_taken_signs_in_and_the_one_of_before_does_not(Store store) {
    var desk = SignInDesk.at(store).with(ALICE, "alice", true);
    assertThat(choose(store, NEW)).isEmpty();
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Refused.class);
    assertThat(desk.tries("alice", NEW)).isInstanceOf(Accepted.class);
    assertThat(TOLD.toString()).contains("PasswordChanged[subject=alice-1]");
    assertThat(alice(store).choseOwnPassword()).isTrue();
    assertThat(alice(store).credentialsChangedAt()).isEqualTo(NOW);
  }

  @StoreTest
  void a_refused_one_changes_nothing(Store store) {
    var desk = SignInDesk.at(store).with(ALICE, "alice", true);
    assertThat(reason(choose(store, "short"))).contains(Reason.TOO_SHORT);
    assertThat(reason(choose(store, "alice.sallyport.alice"))).contains(Reason.OWN_WORDS);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
    assertThat(alice(store).credentialsChangedAt()).isEqualTo(SignInDesk.NOW);
  }

  @StoreTest
  void what_the_claims_say_of_a_person_makes_no_password(Store store) {
    apply(store, "\"name\": \"Aldous Featherstone\", \"email\": \"quux77@mailbox.example\"");
    assertThat(reason(choose(store, "aldous featherstone 5"))).contains(Reason.OWN_WORDS);
    assertThat(reason(choose(store, "quux77 mailbox 2026"))).contains(Reason.OWN_WORDS);
  }

  @StoreTest
  void the_password_of_before_is_no_other(Store store) {
    apply(store, "\"password\": \"%s\"".formatted(NEW));
    assertThat(reason(choose(store, NEW))).contains(Reason.UNCHANGED);
  }

  @StoreTest
  void of_those_chosen_at_once_one_is_kept(Store store) {
    SignInDesk.at(store).with(ALICE, "alice", true);
    var seen = alice(store).credentialsChangedAt();
    var passwords = passwords(store);
    var attempts =
        IntStream.range(0, 4)
            .<Callable<Optional<PasswordRefusal>>>mapToObj(
                i -> () -> passwords.choose(ALICE, seen, new Password(NEW + " no. " + i)))
            .toList();
    var refused = Race.of(attempts).stream().flatMap(Optional::stream).toList();
    assertThat(refused)
        .hasSize(3)
        .extracting(PasswordRefusal::reason)
        .containsOnly(Reason.OUTDATED);
  }

  @StoreTest
  void a_change_that_the_file_asks_for_is_due_until_it_is_done_and_once(Store store) {
    var initial = "\"password\": \"first of all\", \"password_change\": true";
    apply(store, initial);
    assertThat(alice(store).mustChangePassword()).isTrue();
    apply(store, initial);
    assertThat(alice(store).mustChangePassword()).isTrue();
    assertThat(choose(store, NEW)).isEmpty();
    assertThat(alice(store).mustChangePassword()).isFalse();
    apply(store, initial + ", \"groups\": [\"staff\"]");
    assertThat(alice(store).mustChangePassword()).isFalse();
    apply(store, "\"groups\": [\"staff\"]");
    apply(store, initial + ", \"groups\": [\"staff\"]");
    assertThat(alice(store).mustChangePassword()).isTrue();
    assertThat(alice(store).password().orElseThrow().matches(new Password(NEW))).isTrue();
  }

  @StoreTest
  void nobody_is_asked_whom_the_file_does_not_name_so(Store store) {
    StoredPeople.join(store, "alice");
    assertThat(alice(store).mustChangePassword()).isFalse();
    apply(store, "\"password\": \"first of all\"");
    assertThat(alice(store).mustChangePassword()).isFalse();
  }

  private static Optional<PasswordRefusal> choose(Store store, String password) {
    var person = alice(store);
    return passwords(store)
        .choose(person.subject(), person.credentialsChangedAt(), new Password(password));
  }

  private static Optional<Reason> reason(Optional<PasswordRefusal> refusal) {
    return refusal.map(PasswordRefusal::reason);
  }

  private static NewPasswords passwords(Store store) {
    var passwords = new NewPasswords();
    passwords.people = StoredPeople.of(store);
    passwords.policy = TestPolicy.with(Map.of());
    passwords.hashing = TestHashing.cheap(Map.of());
    passwords.audit = TestAudits.telling((event, entry, shown) -> TOLD.add(event));
    passwords.transactions = store.transactions();
    passwords.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return passwords;
  }

  private static Person alice(Store store) {
    return store.inTransaction(() -> StoredPeople.of(store).byUsername("alice")).orElseThrow();
  }

  private static void apply(Store store, String members) {
    StoredPeople.apply(
        store,
        Clock.fixed(SignInDesk.NOW, ZoneOffset.UTC),
        "[{\"username\": \"alice\", %s}]".formatted(members));
  }
}
