package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.sallyport.keys.TestKeys;
import org.sallyport.person.credential.Argon2Cost;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.profile.Username;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.TestTurns;
import org.sallyport.protocol.Subject;

/** A node applies the file while people change their accounts on another. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class PeopleRaceTest {
  private static final Clock CLOCK = Clock.fixed(StoredPeople.NOW, ZoneOffset.UTC);
  private static final Password OWN = new Password("chosen by her alone");
  private static final String BEFORE =
      """
      [{"username": "alice", "sub": "a1", "password": "correct horse", "name": "Alice"}]
      """;
  private static final String AFTER = BEFORE.replace("\"Alice\"", "\"Alice Archer\"");

  @StoreTest
  void a_password_that_is_chosen_while_the_file_is_applied_stays(Store store) {
    StoredPeople.apply(store, CLOCK, BEFORE);
    apply(store, 1);
    var alice = store.inTransaction(() -> StoredPeople.of(store).byUsername("alice")).orElseThrow();
    assertThat(alice.displayName()).isEqualTo("Alice Archer");
    assertThat(alice.password().orElseThrow().matches(OWN)).isTrue();
    assertThat(alice.choseOwnPassword()).isTrue();
  }

  @StoreTest
  void a_file_that_never_gets_its_turn_is_not_applied_for_ever(Store store) {
    StoredPeople.apply(store, CLOCK, BEFORE);
    assertThatThrownBy(() -> apply(store, Integer.MAX_VALUE))
        .isInstanceOf(OptimisticLockException.class);
    var alice =
        store.inTransaction(() -> StoredPeople.of(store).find(new Subject("a1"))).orElseThrow();
    assertThat(alice.displayName()).isEqualTo("Alice");
  }

  private static void apply(Store store, int times) {
    var section = StoredPeople.section(store, CLOCK, TestKeys.master());
    section.people = new Meanwhile(store, times);
    TestTurns.in(store)
        .take("configuration", () -> section.apply(ConfigValue.parse("people", AFTER)));
  }

  /** People of whom one chooses a password when she is about to be described, so many times. */
  private static final class Meanwhile extends People {
    private final Store store;
    private final int times;
    private final AtomicInteger done = new AtomicInteger();

    Meanwhile(Store store, int times) {
      this.store = store;
      this.times = times;
      this.em = store.em();
    }

    @Override
    Optional<Person> written(Username username) {
      if (done.getAndIncrement() < times) {
        CompletableFuture.runAsync(() -> store.run(this::choose)).join();
      }
      return super.written(username);
    }

    private void choose() {
      var hash = PasswordHash.of(OWN, new Argon2Cost(64, 1, 1));
      StoredPeople.of(store)
          .locked(new Subject("a1"))
          .orElseThrow()
          .choosePassword(hash, CLOCK.instant().plusSeconds(done.get()));
    }
  }
}
