package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Authorization requests on hold. */
@ApplicationScoped
class AuthorizationKind implements InteractionKind<PendingAuthorization> {
  // What a person does for a request is added to it.
  private static final int FOR_PROGRESS = 1_000;

  @Override
  public Class<PendingAuthorization> type() {
    return PendingAuthorization.class;
  }

  @Override
  public int room(PendingAuthorization held) {
    return held.progress().isEmpty() ? FOR_PROGRESS : 0;
  }

  @Override
  public String write(PendingAuthorization held) {
    return PendingAuthorizationJson.write(held);
  }

  @Override
  public Optional<PendingAuthorization> read(JsonObject json) {
    return PendingAuthorizationJson.read(json);
  }
}
