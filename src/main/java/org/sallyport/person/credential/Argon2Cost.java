package org.sallyport.person.credential;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What one Argon2id hash costs (RFC 9106 §3.1).
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over it
 * @param parallelism lanes
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {
  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final long HIGH = 1 << 17;

  /** Refuses costs that RFC 9106 forbids or that no server here should pay. */
  public Argon2Cost {
    within("m", memoryKib, 8 * parallelism, MOST_MEMORY_KIB);
    within("t", iterations, 1, 100);
    within("p", parallelism, 1, 64);
  }

  /** Whether it takes much longer than a sign-in commonly may, or much more memory. */
  boolean isHigh() {
    return (long) memoryKib * iterations > HIGH;
  }

  Argon2Parameters with(byte[] salt, BlockPool memory) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memoryKib)
        .withIterations(iterations)
        .withParallelism(parallelism)
        .withSalt(salt)
        .withBlockPool(memory)
        .build();
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be " + least + " to " + most);
    }
  }
}
