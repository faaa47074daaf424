package org.sallyport.interaction;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/**
 * What an {@code id_token_hint} said that was read when it came, and was too long to be kept: whom
 * it was about, and for whom it was (OpenID Connect Core §3.1.2.1).
 */
public record ShortHint(Subject subject, ClientId client) {
  private static final String KIND = "hinted";

  String write() {
    return Json.createObjectBuilder()
        .add(KIND, subject.value())
        .add("client", client.value())
        .build()
        .toString();
  }

  /** The hint, unless the text is of another kind. */
  static Optional<ShortHint> read(String text) {
    return Optional.of(Json.object(text)).filter(json -> json.containsKey(KIND)).map(ShortHint::of);
  }

  private static ShortHint of(JsonObject json) {
    return new ShortHint(new Subject(json.getString(KIND)), new ClientId(json.getString("client")));
  }
}
