package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.metadata.IdTokenContent;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.client.registry.SubjectIdentifiers;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredentials;
import org.sallyport.jwt.AccessTokens;
import org.sallyport.jwt.IdTokenClaims;
import org.sallyport.jwt.IdTokens;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ClientTokenIssued;
import org.sallyport.platform.audit.AuditEvent.GrantRedeemed;
import org.sallyport.platform.audit.AuditEvent.GrantRefreshed;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.token.Entitlement.ForItself;
import org.sallyport.token.Entitlement.ForPerson;

/** Makes tokens of what was authorized: the only place that does (RFC 6749 §5.1). */
@ApplicationScoped
class TokenIssuer {
  @Inject AccessTokens accessTokens;
  @Inject AccessClaims claims;
  @Inject IdTokens idTokens;
  @Inject GrantCredentials credentials;
  @Inject SubjectIdentifiers subjects;
  @Inject ClientKeys clientKeys;
  @Inject Audit audit;
  @Inject Clock clock;

  /** The answer to a token request, as JSON. */
  String issue(Entitlement authorized) {
    var token = accessTokens.mint(claims.of(authorized));
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var answer =
        Json.createObjectBuilder()
            .add("access_token", token.value())
            .add("token_type", Confirmation.tokenType(authorized.bound()))
            .add("expires_in", Duration.between(now, token.expiresAt()).toSeconds());
    add(authorized.reach(), answer);
    if (authorized instanceof ForPerson person) {
      add(person, token.value(), answer);
    }
    record(authorized);
    return answer.build().toString();
  }

  // RFC 9396 §7; without a scope among scopes there is none to tell.
  private static void add(TokenAudience reach, JsonObjectBuilder answer) {
    var details = reach.details();
    if (details.isEmpty() || !reach.scopes().isEmpty()) {
      answer.add("scope", reach.scopes().toString());
    }
    if (!details.isEmpty()) {
      answer.add("authorization_details", details.json());
    }
  }

  private void add(ForPerson person, String accessToken, JsonObjectBuilder answer) {
    if (person.grant().refreshable()) {
      var id = person.grant().id();
      answer.add("refresh_token", credentials.refreshToken(id, person.generation()));
    }
    if (person.reach().scopes().contains("openid")) {
      answer.add("id_token", idToken(person, accessToken));
    }
  }

  // OpenID Connect Core §12.2: after a refresh there is no nonce to answer.
  private String idToken(ForPerson person, String accessToken) {
    var grant = person.grant();
    var client = person.client();
    var how = client.metadata().responses().idToken();
    var said =
        new IdTokenClaims(
            subjects.of(grant.subject(), client.metadata()),
            grant.client(),
            how.algorithm(),
            grant.authentication(),
            session(grant, client.metadata()),
            person.first() ? grant.nonce() : Optional.empty(),
            Optional.of(accessToken),
            told(person, client.metadata().signIn().idToken()));
    return clientKeys.encrypted(client.client(), how.encryption(), idTokens.mint(said));
  }

  // OpenID Connect Back-Channel Logout §2.1: for clients that do something at sign-out.
  private Optional<SessionId> session(Grant grant, ClientMetadata client) {
    return client.redirects().knowsSessions()
        ? Optional.of(subjects.of(grant.session(), client))
        : Optional.empty();
  }

  // OpenID Connect Core §5.4, §5.5: by name, and by scope where the client is registered so.
  private static Map<String, Object> told(ForPerson person, IdTokenContent content) {
    var names = person.grant().claims().idToken();
    if (names.isEmpty() && !content.ofScopes()) {
      return Map.of();
    }
    var scopes = content.ofScopes() ? person.reach().scopes() : Scopes.NONE;
    return person.person().claims().told(scopes, names);
  }

  private void record(Entitlement authorized) {
    if (authorized instanceof ForItself own) {
      audit.record(new ClientTokenIssued(own.client().id(), own.reach().scopes()));
    }
    if (authorized instanceof ForPerson person) {
      var grant = person.grant();
      audit.record(
          person.first()
              ? new GrantRedeemed(grant.id(), grant.subject(), grant.client())
              : new GrantRefreshed(grant.id(), grant.client(), person.generation()));
    }
  }
}
