package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Requests of applications to sign out, on hold until the person confirms them. */
@ApplicationScoped
class LogoutKind implements InteractionKind<Leaving> {
  @Override
  public Class<Leaving> type() {
    return Leaving.class;
  }

  @Override
  public String write(Leaving leaving) {
    return LeavingJson.write(leaving);
  }

  @Override
  public Optional<Leaving> read(JsonObject json) {
    return LeavingJson.read(json);
  }
}
