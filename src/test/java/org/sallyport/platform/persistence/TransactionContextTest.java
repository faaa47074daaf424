package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.sallyport.platform.persistence.connection.StoreFault;

class TransactionContextTest {

  @StoreTest
  void outside_a_transaction_every_use_is_refused_with_the_remedy(Store store) {
    assertThatIllegalStateException()
        .isThrownBy(() -> store.em().createNativeQuery("select 1"))
        .withMessageContaining("@Transactional");
  }

  @StoreTest
  void what_a_transaction_wrote_stays(Store store) {
    store.run(() -> write(store, "a"));

    assertThat(rows(store)).isEqualTo(1);
  }

  @StoreTest
  void an_exception_undoes_all_that_its_transaction_wrote(Store store) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                store.run(
                    () -> {
                      write(store, "a");
                      throw new IllegalArgumentException("a fault");
                    }));

    assertThat(rows(store)).isZero();
  }

  @StoreTest
  void an_inner_transaction_stays_when_the_outer_is_undone(Store store) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                store.run(
                    () -> {
                      write(store, "outer");
                      store.run(() -> write(store, "inner"));
                      throw new IllegalArgumentException("a fault");
                    }));

    assertThat(store.count("revoked_token", "jti = 'inner'")).isEqualTo(1);
    assertThat(rows(store)).isEqualTo(1);
  }

  @StoreTest
  void a_transaction_has_one_persistence_context_and_an_inner_one_its_own(Store store) {
    store.run(
        () -> {
          var outer = store.em().unwrap(Session.class);
          assertThat(store.em().unwrap(Session.class)).isSameAs(outer);
          store.run(() -> assertThat(store.em().unwrap(Session.class)).isNotSameAs(outer));
          assertThat(store.em().unwrap(Session.class)).isSameAs(outer);
        });
  }

  @StoreTest
  void the_persistence_context_is_closed_with_its_transaction(Store store) {
    EntityManager session = store.inTransaction(() -> store.em().unwrap(Session.class));

    assertThat(session.isOpen()).isFalse();
  }

  @StoreTest
  void a_fault_of_the_database_undoes_the_transaction_even_when_it_is_caught(Store store) {
    assertThatThrownBy(
            () ->
                store.run(
                    () -> {
                      write(store, "a");
                      try {
                        write(store, "a");
                      } catch (PersistenceException e) {
                        assertThat(StoreFault.passing(e)).isFalse();
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(rows(store)).isZero();
  }

  @StoreTest
  void no_connection_stays_in_use(Store store) {
    store.run(() -> write(store, "a"));

    assertThat(store.database().pool().getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @StoreTest
  void a_row_that_is_there_is_not_inserted_again(Store store) {
    assertThat(inserted(store)).isTrue();
    assertThat(inserted(store)).isFalse();
    assertThat(rows(store)).isEqualTo(1);
  }

  private static boolean inserted(Store store) {
    var row =
        new NewRow(
            "insert into revoked_token (jti, expires_at) values (?, ?)",
            List.of("a", Instant.EPOCH));
    return store.inTransaction(() -> row.insertUnlessPresent(store.em()));
  }

  private static void write(Store store, String jti) {
    store
        .em()
        .createNativeQuery("insert into revoked_token (jti, expires_at) values (:jti, :now)")
        .setParameter("jti", jti)
        .setParameter("now", Instant.EPOCH)
        .executeUpdate();
  }

  private static long rows(Store store) {
    return store.count("revoked_token", "1 = 1");
  }
}
