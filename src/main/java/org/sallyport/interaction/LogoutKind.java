package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Requests of applications to sign out, on hold until the person confirms them. */
@ApplicationScoped
class LogoutKind implements InteractionKind<PendingLogout> {
  @Override
  public Class<PendingLogout> type() {
    return PendingLogout.class;
  }

  @Override
  public String write(PendingLogout leaving) {
    return PendingLogoutJson.write(leaving);
  }

  @Override
  public Optional<PendingLogout> read(JsonObject json) {
    return PendingLogoutJson.read(json);
  }
}
