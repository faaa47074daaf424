package org.sallyport.interaction;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;

/** How an {@link Approval} travels. */
class ApprovalKind implements InteractionKind<Approval> {
  static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Override
  public Class<Approval> type() {
    return Approval.class;
  }

  @Override
  public Duration lifetime() {
    return TEN_MINUTES;
  }

  @Override
  public String write(Approval approval) {
    return Json.createObjectBuilder()
        .add("approval", approval.receivedAt().toEpochMilli())
        .add("client", approval.asker().value())
        .add("language", approval.uiLocales().orElse(""))
        .add("session", approval.session().map(SessionId::value).orElse(""))
        .build()
        .toString();
  }

  @Override
  public Optional<Approval> read(JsonObject json) {
    return json.containsKey("approval")
        ? Optional.of(
            new Approval(
                new ClientId(json.getString("client")),
                text(json, "language"),
                text(json, "session").map(SessionId::new),
                Instant.ofEpochMilli(json.getJsonNumber("approval").longValueExact())))
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.of(json.getString(name)).filter(text -> !text.isEmpty());
  }
}
