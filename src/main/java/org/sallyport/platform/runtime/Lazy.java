package org.sallyport.platform.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, and then kept, such as the list of all beans of
 * a type: to find these takes microseconds each time. Threads that ask at once may each make it.
 *
 * @param <T> the value
 */
public final class Lazy<T> {
  private final Supplier<T> making;
  private volatile @Nullable T value;

  /** What this gives is kept. */
  public Lazy(Supplier<T> making) {
    this.making = making;
  }

  /** The value. */
  public T get() {
    var known = value;
    if (known == null) {
      known = making.get();
      value = known;
    }
    return known;
  }
}
