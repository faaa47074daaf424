package org.sallyport.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;

class StoreFaultTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "57P01", "08006", "08001", "25006", "53100", "53300", "55P03", "57014", "25P03", "57P03",
        "40001", "40P01", "HYT00"
      })
  void a_fault_that_passes_is_told_by_its_state_however_deep_it_lies(String state) {
    var fault = new SQLException("a fault", state);

    assertThat(StoreFault.passing(new IllegalStateException(new IllegalStateException(fault))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "22001", "42000"})
  void a_defect_does_not_pass(String state) {
    assertThat(StoreFault.passing(new SQLException("a defect", state))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {90_098, 90_067, 90_031})
  void an_embedded_database_that_is_closed_or_cannot_write_passes(int error) {
    assertThat(StoreFault.passing(new SQLException("closed", String.valueOf(error), error)))
        .isTrue();
  }

  @Test
  void a_row_that_another_holds_too_long_passes(@TempDir Path folder) {
    try (var store = Stores.h2In(folder)) {
      assertHeldRowPasses(store);
    }
    assertHeldRowPasses(Stores.postgresql());
  }

  private static void assertHeldRowPasses(Store store) {
    insert(store);
    store.run(
        () -> {
          touch(store);
          var fault = catchThrowable(() -> store.run(() -> touch(store)));
          assertThat(StoreFault.passing(fault)).isTrue();
        });
  }

  @StoreTest
  void a_row_that_is_there_twice_does_not_pass(Store store) {
    insert(store);

    assertThat(StoreFault.passing(catchThrowable(() -> insert(store)))).isFalse();
  }

  private static void insert(Store store) {
    store.run(
        () ->
            store
                .em()
                .createNativeQuery("insert into revoked_token (jti, expires_at) values ('a', :at)")
                .setParameter("at", Instant.EPOCH)
                .executeUpdate());
  }

  private static void touch(Store store) {
    store.em().createNativeQuery("update revoked_token set jti = 'a'").executeUpdate();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_circle_of_causes_ends(boolean passing) {
    var fault = new IllegalStateException("above");
    var cause = new SQLException("below", passing ? "08006" : "42000", fault);
    fault.initCause(cause);

    assertThat(StoreFault.passing(fault)).isEqualTo(passing);
    assertThat(List.of(fault, cause)).contains((Exception) StoreFault.root(fault));
  }
}
