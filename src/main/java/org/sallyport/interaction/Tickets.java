package org.sallyport.interaction;

import static org.sallyport.platform.crypto.Purpose.TICKET;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.platform.crypto.ServerSeal;

/**
 * Requests on hold, as the browser carries them: deflated, encrypted, authenticated. Nothing is
 * kept here, so any node takes any of them up and a flood of requests fills nothing.
 */
@ApplicationScoped
public class Tickets {
  /** How long a person may take, from the request to the answer. */
  public static final Duration LIFETIME = Duration.ofHours(2);

  // Servers commonly allow 8 kB for the request line and all headers.
  private static final int LONGEST = 6_000;

  @Inject ServerSeal seal;
  @Inject Clock clock;

  /** The ticket of a request; refuses a request too large to travel in a URL. */
  public String seal(Held held) {
    var ticket = seal.seal(TICKET, Deflated.deflate(HeldJson.write(held)));
    if (ticket.length() > LONGEST) {
      throw INVALID_REQUEST.because("the request is too large; shorten state, nonce or the hints");
    }
    return ticket;
  }

  /** The request of a ticket, unless it is forged, or older than {@link #LIFETIME}. */
  public Optional<Held> open(String ticket) {
    if (ticket.length() > LONGEST) {
      return Optional.empty();
    }
    return seal.open(TICKET, ticket)
        .map(Deflated::inflate)
        .map(HeldJson::read)
        .filter(held -> held.receivedAt().plus(LIFETIME).isAfter(clock.instant()));
  }
}
