package org.sallyport.interaction;

import static org.sallyport.platform.crypto.Purpose.TICKET;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.crypto.Deflated;
import org.sallyport.platform.crypto.ServerSeal;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.platform.runtime.Lazy;

/**
 * Interactions on hold, as the browser carries them: deflated, encrypted, authenticated. Nothing is
 * kept here, so any node takes any of them up and a flood of requests fills nothing.
 */
@ApplicationScoped
public class Tickets {
  /** How long a person commonly may take, from the request to the answer. */
  public static final Duration LIFETIME = Duration.ofHours(2);

  // Servers commonly allow 8 kB for the request line and all headers.
  private static final int LONGEST = 6_000;

  @Inject ServerSeal seal;
  @Inject @Any Instance<InteractionKind<?>> kinds;
  @Inject Clock clock;

  private final Lazy<List<InteractionKind<?>>> all = new Lazy<>(() -> kinds.stream().toList());

  /** The ticket of an interaction; refuses one too large to travel in a URL. */
  public String seal(PendingInteraction interaction) {
    return seal(kind(interaction), interaction);
  }

  private <T extends PendingInteraction> String seal(
      InteractionKind<T> kind, PendingInteraction interaction) {
    var own = kind.type().cast(interaction);
    return seal(kind.write(own), LONGEST - kind.room(own));
  }

  /** Refuses an interaction that would be too large to travel in a URL. */
  public void mustHold(PendingInteraction interaction) {
    seal(interaction);
  }

  /** The address at which the browser goes on, below the issuer; with a ticket, if there is one. */
  public String wayOn(Interaction interaction) {
    return interaction instanceof PendingInteraction onHold
        ? onHold.wayOn() + "?ticket=" + seal(onHold)
        : interaction.wayOn();
  }

  /** A hint as text that this server alone can make. */
  public String seal(ShortHint hint) {
    return seal(hint.write(), LONGEST);
  }

  /** The hint of such a text, unless it is forged or of another kind. */
  public Optional<ShortHint> openHint(String sealed) {
    return text(sealed).flatMap(ShortHint::read);
  }

  /** The interaction of a ticket, unless it is forged or over the lifetime of its kind. */
  public Optional<PendingInteraction> open(String ticket) {
    return read(ticket).filter(this::isRecent);
  }

  /** The same, unless it is of another kind than this. */
  public <T extends PendingInteraction> Optional<T> open(String ticket, Class<T> type) {
    return open(ticket).filter(type::isInstance).map(type::cast);
  }

  /** The interaction of a ticket that is over its lifetime, which nobody may go on with. */
  public Optional<PendingInteraction> openTooLate(String ticket) {
    return read(ticket).filter(interaction -> !isRecent(interaction));
  }

  /** The languages that the application of a ticket knows the person to like. */
  public Optional<String> uiLocales(String ticket) {
    return open(ticket).flatMap(Interaction::uiLocales);
  }

  /** The same ticket, in the language that the person switched to. */
  public Optional<String> inLanguage(String ticket, String tag) {
    return open(ticket).map(interaction -> seal(interaction.inLanguage(tag)));
  }

  private Optional<PendingInteraction> read(String ticket) {
    return text(ticket).flatMap(this::interaction);
  }

  private Optional<PendingInteraction> interaction(String text) {
    var json = Json.object(text);
    return all.get().stream()
        .flatMap(kind -> kind.read(json).stream())
        .map(PendingInteraction.class::cast)
        .findFirst();
  }

  private InteractionKind<? extends PendingInteraction> kind(PendingInteraction interaction) {
    return all.get().stream()
        .filter(kind -> kind.type().isInstance(interaction))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no InteractionKind for " + interaction.getClass()));
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

  private boolean isRecent(PendingInteraction interaction) {
    var lifetime = kind(interaction).lifetime();
    return StoredTime.isWithin(lifetime, interaction.receivedAt(), clock.instant());
  }
}
