package org.sallyport.person.credential;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory that Argon2 fills, kept from one password to the next: fresh memory for each costs as
 * much as the hash, and full collections besides.
 *
 * <p>Each borrower has a set of blocks to itself, the one that was used last if there is one. Sets
 * at rest are held softly, so that a server short of memory, or long without sign-ins, has them
 * back. The library wipes every block before it is returned.
 */
final class Argon2Memory {
  // Of 1 KiB each. A hash of more takes the rest afresh.
  private static final int MOST_BLOCKS = 1 << 16;
  private static final Deque<SoftReference<BlockPool>> AT_REST = new ConcurrentLinkedDeque<>();

  private Argon2Memory() {}

  /** Does the work with memory that nobody else uses meanwhile. */
  static <T> T lend(Function<BlockPool, T> work) {
    var memory = take();
    try {
      return work.apply(memory);
    } finally {
      AT_REST.push(new SoftReference<>(memory));
    }
  }

  private static BlockPool take() {
    for (var last = AT_REST.poll(); last != null; last = AT_REST.poll()) {
      var memory = last.get();
      if (memory != null) {
        return memory;
      }
    }
    return new FixedBlockPool(MOST_BLOCKS);
  }
}
