package org.sallyport.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.Seal;
import org.sallyport.platform.crypto.ServerSeal;

/** Tickets under a fixed key, at a fixed time. */
public final class TestTickets {
  private TestTickets() {}

  /** As they are sealed and opened at this time. */
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  public static Tickets at(Instant now) {
    var tickets = new Tickets();
    tickets.clock = Clock.fixed(now, ZoneOffset.UTC);
    tickets.seal = new OneKey();
    return tickets;
  }

  private static final class OneKey implements ServerSeal {
    private final Seal seal = new Seal(new byte[32]);

    @Override
    public String seal(Purpose purpose, byte[] message) {
      var sealed = seal.seal(message, context(purpose));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public Optional<byte[]> open(Purpose purpose, String sealed) {
      try {
        return seal.open(Base64.getUrlDecoder().decode(sealed), context(purpose));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static byte[] context(Purpose purpose) {
      return new byte[] {(byte) purpose.name().charAt(0)};
    }
  }
}
