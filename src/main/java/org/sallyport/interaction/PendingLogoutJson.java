package org.sallyport.interaction;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.interaction.PendingLogout.Hinted;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/** A wish to sign out as JSON text; only what this server sealed is ever read. */
final class PendingLogoutJson {
  private static final String KIND = "leaving";
  private static final String SUBJECT = "subject";
  private static final String SUBJECT_ALONE = "subject_alone";

  private PendingLogoutJson() {}

  static String write(PendingLogout leaving) {
    var json = Json.createObjectBuilder().add(KIND, leaving.receivedAt().toEpochMilli());
    add(json, "client", leaving.client().map(ClientId::value));
    add(json, "return_to", leaving.returnTo());
    leaving.hinted().ifPresent(hinted -> add(json, hinted));
    add(json, "ui_locales", leaving.uiLocales());
    return json.build().toString();
  }

  /** The request, unless the JSON is of another kind. */
  static Optional<PendingLogout> read(JsonObject json) {
    return json.containsKey(KIND) ? Optional.of(leaving(json)) : Optional.empty();
  }

  private static PendingLogout leaving(JsonObject json) {
    return new PendingLogout(
        text(json, "client").map(ClientId::new),
        text(json, "return_to"),
        hinted(json),
        text(json, "ui_locales"),
        Instant.ofEpochMilli(json.getJsonNumber(KIND).longValueExact()));
  }

  // An older node reads a subject with its session, and knows nothing of one without.
  private static void add(JsonObjectBuilder json, Hinted hinted) {
    var name = hinted.session().isPresent() ? SUBJECT : SUBJECT_ALONE;
    json.add(name, hinted.subject().value());
    add(json, "session", hinted.session().map(SessionId::value));
    hinted.signedInAt().ifPresent(time -> json.add("signed_in_at", time.getEpochSecond()));
  }

  private static Optional<Hinted> hinted(JsonObject json) {
    var signedInAt =
        Optional.ofNullable(json.getJsonNumber("signed_in_at"))
            .map(seconds -> Instant.ofEpochSecond(seconds.longValueExact()));
    return text(json, SUBJECT)
        .or(() -> text(json, SUBJECT_ALONE))
        .map(Subject::new)
        .map(s -> new Hinted(s, text(json, "session").map(SessionId::new), signedInAt));
  }

  private static void add(JsonObjectBuilder json, String name, Optional<String> value) {
    value.ifPresent(v -> json.add(name, v));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null));
  }
}
