package org.sallyport.interaction;

import static org.sallyport.platform.crypto.Purpose.TICKET;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.crypto.Deflated;
import org.sallyport.platform.crypto.ServerSeal;
import org.sallyport.platform.persistence.StoredTime;

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
  private static final int LONGEST_FRESH = 5_000;

  @Inject ServerSeal seal;
  @Inject Clock clock;

  /** The ticket of an authorization request; refuses one too large to travel in a URL. */
  public String seal(Held held) {
    return seal(HeldJson.write(held), held.progress().isEmpty() ? LONGEST_FRESH : LONGEST);
  }

  /** Refuses a request that would be too large to travel in a URL. */
  public void mustHold(Held held) {
    seal(held);
  }

  /** The ticket of a wish to sign out; refuses one too large to travel in a URL. */
  public String seal(Leaving leaving) {
    return seal(LeavingJson.write(leaving), LONGEST);
  }

  /** A hint as text that this server alone can make. */
  public String seal(ShortHint hint) {
    return seal(hint.write(), LONGEST);
  }

  /** The hint of such a text, unless it is forged or of another kind. */
  public Optional<ShortHint> openHint(String sealed) {
    return text(sealed).flatMap(ShortHint::read);
  }

  /** The request of a ticket, unless it is forged, of another kind, or over {@link #LIFETIME}. */
  public Optional<Held> open(String ticket) {
    return text(ticket).flatMap(HeldJson::read).filter(held -> isRecent(held.receivedAt()));
  }

  /** The request of a ticket that is over {@link #LIFETIME}, which nobody may go on with. */
  Optional<Held> openTooLate(String ticket) {
    return text(ticket).flatMap(HeldJson::read).filter(held -> !isRecent(held.receivedAt()));
  }

  /** The wish of a ticket, unless it is forged, of another kind, or over {@link #LIFETIME}. */
  public Optional<Leaving> openLeaving(String ticket) {
    return text(ticket).flatMap(LeavingJson::read).filter(wish -> isRecent(wish.receivedAt()));
  }

  /** Whether the ticket is of a wish to sign out that is over {@link #LIFETIME}. */
  boolean isLeavingTooLate(String ticket) {
    return text(ticket)
        .flatMap(LeavingJson::read)
        .filter(wish -> !isRecent(wish.receivedAt()))
        .isPresent();
  }

  /** The languages that the application of a ticket of either kind knows the person to like. */
  public Optional<String> uiLocales(String ticket) {
    return open(ticket)
        .flatMap(Held::uiLocales)
        .or(() -> openLeaving(ticket).flatMap(Leaving::uiLocales));
  }

  /** The same ticket, of either kind, in the language that the person switched to. */
  public Optional<String> inLanguage(String ticket, String tag) {
    return open(ticket)
        .map(held -> seal(held.inLanguage(tag)))
        .or(() -> openLeaving(ticket).map(wish -> seal(wish.inLanguage(tag))));
  }

  private String seal(String text, int longest) {
    var ticket = Deflated.takes(text) ? seal.seal(TICKET, Deflated.deflate(text)) : "";
    if (ticket.isEmpty() || ticket.length() > longest) {
      throw INVALID_REQUEST.because(
          "the request is too large; shorten authorization_details, state, nonce or the hints");
    }
    return ticket;
  }

  private Optional<String> text(String ticket) {
    return ticket.length() > LONGEST
        ? Optional.empty()
        : seal.open(TICKET, ticket).map(Deflated::inflate);
  }

  private boolean isRecent(Instant receivedAt) {
    return StoredTime.isWithin(LIFETIME, receivedAt, clock.instant());
  }
}
