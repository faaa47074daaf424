package org.sallyport.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A port for a server that is to be started. It is below those that connections get for themselves,
 * or one of them could take it while the server starts, which then would not be able to listen.
 */
public final class FreePort {
  // Above 10080, which browsers refuse, and below the ports that scripts/run chooses.
  private static final int LOWEST = 11_000;
  private static final int HIGHEST = 20_000;

  private FreePort() {}

  /** One that nobody listens on now. */
  public static int next() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
        .filter(FreePort::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
