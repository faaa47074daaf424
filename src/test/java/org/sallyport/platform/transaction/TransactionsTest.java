package org.sallyport.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ends well is kept, and what does not is undone, however transactions are nested. */
class TransactionsTest {
  private final List<String> log = new ArrayList<>();
  private final Transactions transactions = new Transactions();

  @Test
  void what_ends_well_is_kept() throws Exception {
    assertThat(begin(() -> use("a"))).isEqualTo("a");
    assertThat(log).containsExactly("a kept", "a over");
  }

  @Test
  void a_fault_undoes_and_passes_as_it_is() {
    var fault = new IllegalArgumentException("a fault");
    assertThatThrownBy(() -> begin(() -> useAndThrow("a", fault))).isSameAs(fault);
    assertThat(log).containsExactly("a over");
    assertThat(transactions.running()).isNull();
  }

  @Test
  void an_exception_that_undoes_nothing_is_kept_and_passes() {
    assertThatThrownBy(() -> begin(() -> useAndThrow("a", new IOException("declared"))))
        .isInstanceOf(IOException.class);
    assertThat(log).containsExactly("a kept", "a over");
  }

  @Test
  void what_is_joined_is_kept_once() throws Exception {
    begin(
        () -> {
          use("a");
          return begin(() -> use("b"));
        });
    assertThat(log).containsExactly("a kept", "a over");
  }

  @Test
  void what_is_apart_ends_before_and_the_other_goes_on() throws Exception {
    begin(
        () -> {
          use("a");
          transactions.inNew(() -> use("b"));
          return use("c");
        });
    assertThat(log).containsExactly("b kept", "b over", "a kept", "a over");
  }

  @Test
  void a_fault_of_what_is_apart_undoes_that_alone() throws Exception {
    begin(
        () -> {
          use("a");
          assertThatIllegalArgumentException()
              .isThrownBy(
                  () ->
                      transactions.inNew(
                          () -> {
                            use("b");
                            throw new IllegalArgumentException("a fault");
                          }));
          return "well";
        });
    assertThat(log).containsExactly("b over", "a kept", "a over");
  }

  @Test
  void a_fault_that_left_a_joined_method_undoes_all_though_it_was_caught() {
    Callable<String> failing =
        () -> {
          throw new IllegalArgumentException("a fault");
        };
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                begin(
                    () -> {
                      use("a");
                      assertThatIllegalArgumentException().isThrownBy(() -> begin(failing));
                      return "as if nothing had happened";
                    }))
        .withMessageContaining("nothing was kept");
    assertThat(log).containsExactly("a over");
  }

  @Test
  void what_the_store_cannot_keep_is_told() {
    var full = new IllegalArgumentException("the disk is full");
    assertThatThrownBy(() -> begin(() -> use(new Store("a", false, full)))).isSameAs(full);
    assertThatIllegalStateException()
        .isThrownBy(() -> begin(() -> use(new Store("b", true, null))));
    assertThat(log).containsExactly("a over", "b over");
  }

  @Test
  void a_transaction_that_uses_no_store_ends_without_one() throws Exception {
    assertThat(begin(() -> "nothing")).isEqualTo("nothing");
    assertThat(log).isEmpty();
  }

  @Test
  void each_thread_has_its_own() throws Exception {
    begin(
        () -> {
          var other = new Thread(() -> log.add("none: " + (transactions.running() == null)));
          other.start();
          other.join();
          return use("a");
        });
    assertThat(log).containsExactly("none: true", "a kept", "a over");
  }

  // As the interceptor does, with a rule that keeps what a checked exception leaves.
  private <T> T begin(Callable<T> work) throws Exception {
    Predicate<Throwable> undoes = thrown -> !(thrown instanceof IOException);
    return transactions.inOne(work, undoes);
  }

  private String use(String name) {
    return use(new Store(name, false, null));
  }

  private String use(Store store) {
    Objects.requireNonNull(transactions.running()).participant(() -> store);
    return store.name;
  }

  private String useAndThrow(String name, Exception thrown) throws Exception {
    use(name);
    throw thrown;
  }

  /** Writes down what it kept. */
  private final class Store implements Transaction.Participant {
    private final String name;
    private final boolean failed;
    private final @Nullable RuntimeException full;

    Store(String name, boolean failed, @Nullable RuntimeException full) {
      this.name = name;
      this.failed = failed;
      this.full = full;
    }

    @Override
    public boolean failed() {
      return failed;
    }

    @Override
    public void commit() {
      if (full != null) {
        throw full;
      }
      log.add(name + " kept");
    }

    @Override
    public void close() {
      log.add(name + " over");
    }
  }
}
