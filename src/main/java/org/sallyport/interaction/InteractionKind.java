package org.sallyport.interaction;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * How one kind of interaction travels in tickets. A bean; only what this server sealed is ever
 * read.
 *
 * @param <T> the kind
 */
public interface InteractionKind<T extends PendingInteraction> {
  /** The type of the kind. */
  Class<T> type();

  /** How long its tickets are good. */
  default Duration lifetime() {
    return Tickets.LIFETIME;
  }

  /** How many characters of its ticket may have to be left for what is still to come. */
  default int room(T interaction) {
    return 0;
  }

  /** One of this kind as JSON text. */
  String write(T interaction);

  /** The interaction of this JSON, unless it is of another kind. */
  Optional<T> read(JsonObject json);
}
