package org.sallyport.interaction;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.interaction.ConsentAnswer.Allowed;
import org.sallyport.interaction.ConsentAnswer.Denied;
import org.sallyport.interaction.ConsentQuestion.Boxes;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;

/** A request on hold as JSON text; only what this server sealed is ever read. */
final class PendingAuthorizationJson {
  private PendingAuthorizationJson() {}

  static String write(PendingAuthorization held) {
    var json =
        Json.createObjectBuilder()
            .add("parameters", ParametersJson.write(held.parameters()))
            .add("received", held.receivedAt().toEpochMilli())
            .add("ask", held.ask().name());
    held.pushedAs().ifPresent(reference -> json.add("pushed", reference));
    held.progress().ifPresent(p -> json.add("progress", write(p)));
    return json.build().toString();
  }

  /** The request, unless the JSON is of another kind. */
  static Optional<PendingAuthorization> read(JsonObject json) {
    return json.containsKey("received") ? Optional.of(held(json)) : Optional.empty();
  }

  // What was done without an id, on an older version of this server, could be answered twice.
  private static PendingAuthorization held(JsonObject json) {
    return new PendingAuthorization(
        ParametersJson.read(json.getJsonObject("parameters")),
        text(json, "pushed"),
        Instant.ofEpochMilli(json.getJsonNumber("received").longValueExact()),
        Ask.valueOf(json.getString("ask")),
        Optional.ofNullable(json.getJsonObject("progress"))
            .map(PendingAuthorizationJson::progress)
            .filter(progress -> !progress.id().isEmpty()));
  }

  private static JsonObject write(Progress progress) {
    var json =
        Json.createObjectBuilder()
            .add("session", progress.session().value())
            .add("id", progress.id())
            .add("signed_in", progress.signedIn())
            .add("chosen", progress.accountChosen());
    progress.question().ifPresent(q -> write(q, json));
    progress
        .verdict()
        .ifPresent(v -> json.add("verdict", v instanceof Allowed a ? "+" + a.scopes() : "-"));
    return json.build();
  }

  private static void write(ConsentQuestion question, JsonObjectBuilder json) {
    json.add("asked", "" + question.asked())
        .add("before", "" + question.before())
        .add("optional", "" + question.boxes().optional())
        .add("unticked", "" + question.boxes().unticked());
  }

  // One without boxes is of an older version of this server, and is asked anew.
  private static Optional<ConsentQuestion> question(JsonObject json) {
    return json.containsKey("unticked")
        ? Optional.of(
            new ConsentQuestion(
                scopes(json, "asked"),
                scopes(json, "before"),
                new Boxes(scopes(json, "optional"), scopes(json, "unticked"))))
        : Optional.empty();
  }

  private static Progress progress(JsonObject json) {
    return new Progress(
        new SessionId(json.getString("session")),
        json.getString("id", ""),
        json.getBoolean("signed_in"),
        json.getBoolean("chosen"),
        question(json),
        text(json, "verdict").map(PendingAuthorizationJson::verdict));
  }

  private static ConsentAnswer verdict(String text) {
    return text.startsWith("+") ? new Allowed(Scopes.parse(text.substring(1))) : new Denied();
  }

  private static Scopes scopes(JsonObject json, String name) {
    return Scopes.parse(json.getString(name));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null));
  }
}
