package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.sallyport.account.AccountApplications.AllowedApplication;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.Scopes;
import org.sallyport.session.OpenSession;

/** What is stored about a person, as JSON for themselves (GDPR, Articles 15 and 20); no secrets. */
@ApplicationScoped
class PersonalData {
  @Inject AccountSessions sessions;
  @Inject AccountApplications applications;

  /** Claims, groups, sessions and applications. */
  JsonObject of(CurrentUser user) {
    var person = user.person();
    var open = Json.createArrayBuilder(List.of());
    sessions.of(user).forEach(session -> open.add(json(session)));
    var allowed = Json.createArrayBuilder(List.of());
    applications.of(person).forEach(application -> allowed.add(json(application)));
    var json =
        Json.createObjectBuilder()
            .add("sub", person.subject().value())
            .add("username", person.username())
            .add("source", person.account().source());
    person.account().externalId().ifPresent(id -> json.add("external_id", id));
    person.account().expiresAt().ifPresent(end -> json.add("expires_at", end.toString()));
    return json.add("claims", Json.createObjectBuilder(person.claims().values()))
        .add("password_changed_at", person.credentialsChangedAt().toString())
        .add("sessions", open)
        .add("applications", allowed)
        .build();
  }

  private static JsonObject json(OpenSession open) {
    return Json.createObjectBuilder()
        .add("signed_in_at", open.start().at().toString())
        .add("last_seen_at", open.lastSeenAt().toString())
        .add("address", open.start().address())
        .add("user_agent", open.start().userAgent())
        .build();
  }

  private static JsonObject json(AllowedApplication application) {
    var json = Json.createObjectBuilder().add("client_id", application.client().id().value());
    application
        .consent()
        .ifPresent(
            consent ->
                json.add("allowed", array(consent.scopes()))
                    .add("declined", array(consent.declined()))
                    .add("allowed_since", consent.givenAt().toString()));
    application
        .use()
        .ifPresent(
            use ->
                json.add("in_use_since", use.since().toString())
                    .add("last_used_at", use.lastUsedAt().toString()));
    return json.build();
  }

  private static JsonArrayBuilder array(Scopes scopes) {
    return Json.createArrayBuilder(scopes.values());
  }
}
