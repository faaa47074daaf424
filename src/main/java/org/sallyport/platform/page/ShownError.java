package org.sallyport.platform.page;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/**
 * An error page as it was shown, which JSON text can keep until it is shown in another language.
 *
 * @param at when it happened
 */
public record ShownError(int status, PageError error, Instant at) {
  private static final String KIND = "error_page";

  String write() {
    var json =
        Json.createObjectBuilder()
            .add(KIND, error.key())
            .add("number", error.number().value())
            .add("status", status)
            .add("at", at.toEpochMilli());
    error.refusal().ifPresent(r -> json.add("refusal", r.error().name()).add("reason", r.reason()));
    error.action().ifPresent(a -> json.add("action", a.key()).add("address", a.address()));
    error.client().ifPresent(c -> json.add("client", c.value()));
    return json.build().toString();
  }

  /** The page, unless the text is of another kind. */
  static Optional<ShownError> read(String text) {
    return Optional.of(Json.object(text))
        .filter(json -> json.containsKey(KIND))
        .map(ShownError::of);
  }

  private static ShownError of(JsonObject json) {
    var error =
        new PageError(
            json.getString(KIND),
            new CaseNumber(json.getString("number")),
            refusal(json),
            text(json, "action").map(key -> new PageError.Action(key, json.getString("address"))),
            text(json, "client").map(ClientId::new));
    var at = Instant.ofEpochMilli(json.getJsonNumber("at").longValueExact());
    return new ShownError(json.getInt("status"), error, at);
  }

  // One that only a newer version knows is left out.
  private static Optional<OAuthException> refusal(JsonObject json) {
    return text(json, "refusal")
        .flatMap(n -> Arrays.stream(OAuthError.values()).filter(e -> e.name().equals(n)).findAny())
        .map(error -> error.because(json.getString("reason")));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null));
  }
}
