package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Authorization requests on hold. */
@ApplicationScoped
class AuthorizationKind implements InteractionKind<Held> {
  // What a person does for a request is added to it.
  private static final int FOR_PROGRESS = 1_000;

  @Override
  public Class<Held> type() {
    return Held.class;
  }

  @Override
  public int room(Held held) {
    return held.progress().isEmpty() ? FOR_PROGRESS : 0;
  }

  @Override
  public String write(Held held) {
    return HeldJson.write(held);
  }

  @Override
  public Optional<Held> read(JsonObject json) {
    return HeldJson.read(json);
  }
}
