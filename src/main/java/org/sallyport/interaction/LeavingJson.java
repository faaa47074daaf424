package org.sallyport.interaction;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.interaction.Leaving.Hinted;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/** A wish to sign out as JSON text; only what this server sealed is ever read. */
final class LeavingJson {
  private static final String KIND = "leaving";

  private LeavingJson() {}

  static String write(Leaving leaving) {
    var json = Json.createObjectBuilder().add(KIND, leaving.receivedAt().toEpochMilli());
    add(json, "client", leaving.client().map(ClientId::value));
    add(json, "return_to", leaving.returnTo());
    add(json, "subject", leaving.hinted().map(h -> h.subject().value()));
    add(json, "session", leaving.hinted().map(h -> h.session().value()));
    add(json, "ui_locales", leaving.uiLocales());
    return json.build().toString();
  }

  /** The wish, unless the text is of another kind. */
  static Optional<Leaving> read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject())
          .filter(json -> json.containsKey(KIND))
          .map(LeavingJson::leaving);
    }
  }

  private static Leaving leaving(JsonObject json) {
    return new Leaving(
        text(json, "client").map(ClientId::new),
        text(json, "return_to"),
        text(json, "subject").map(s -> new Hinted(new Subject(s), session(json))),
        text(json, "ui_locales"),
        Instant.ofEpochMilli(json.getJsonNumber(KIND).longValueExact()));
  }

  private static SessionId session(JsonObject json) {
    return new SessionId(json.getString("session"));
  }

  private static void add(JsonObjectBuilder json, String name, Optional<String> value) {
    value.ifPresent(v -> json.add(name, v));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null));
  }
}
