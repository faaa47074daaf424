package org.sallyport.introspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.registry.SubjectIdentifiers;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.grant.GrantCredentials;
import org.sallyport.grant.GrantValidity;
import org.sallyport.grant.Grants;
import org.sallyport.person.ResourceOwner;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.json.Json;

/** What may be told of a refresh token, which only its own client may ask (RFC 7662 §2.2). */
@ApplicationScoped
class RefreshTokenState {
  @Inject GrantCredentials credentials;
  @Inject Grants grants;
  @Inject GrantValidity standing;
  @Inject UntoldTokens untold;
  @Inject SubjectIdentifiers subjects;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The members of the answer, if the value is the newest refresh token of a grant that lives. */
  Optional<JsonObject> of(String value, AuthenticatedClient client) {
    var credential = credentials.read(value, CredentialKind.REFRESH_TOKEN);
    return credential
        .flatMap(c -> grants.find(c.grant()))
        .filter(g -> g.client().equals(client.id()))
        .filter(g -> g.isNewest(credential.orElseThrow().generation(), clock.instant()))
        .filter(standing::session)
        .flatMap(g -> person(g, client).map(p -> described(g, p, client.metadata())));
  }

  private Optional<? extends ResourceOwner> person(Grant grant, AuthenticatedClient client) {
    var person = standing.person(grant);
    if (person.isEmpty()) {
      untold.hasEnded(client, grant);
    }
    return person;
  }

  private JsonObject described(Grant grant, ResourceOwner person, ClientMetadata client) {
    var members =
        Json.createObjectBuilder()
            .add("active", true)
            .add("iss", settings.issuer())
            .add("client_id", grant.client().value())
            .add("sub", subjects.of(grant.subject(), client).value())
            .add("scope", grant.scopes().toString());
    if (client.mayKnowUsernames(grant.scopes())) {
      members.add("username", person.username());
    }
    var details = grant.details();
    if (!details.isEmpty()) {
      members.add("authorization_details", details.json());
    }
    grant.refreshExpiresAt().ifPresent(t -> members.add("exp", t.getEpochSecond()));
    return members.build();
  }
}
