package org.sallyport.token;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sallyport.grant.GrantRequest;
import org.sallyport.grant.GrantRequest.Approval;
import org.sallyport.grant.GrantRequest.CodeBinding;
import org.sallyport.grant.GrantRequest.SignedInPerson;
import org.sallyport.grant.RequestedClaims;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeVerifier;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.Thumbprint;
import org.sallyport.resource.details.AuthorizationDetails;

/** What Alice allows a client in a test. */
public record Authorization(
    String client,
    String scopes,
    List<Resource> resources,
    AuthorizationDetails details,
    boolean challenged,
    @Nullable Thumbprint key,
    RequestedClaims claims) {
  /** The verifier of every challenge, from RFC 7636 Appendix B. */
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  /** Where every code is sent. */
  public static final String REDIRECT_URI = "https://app.test/cb";

  /** The single-page application gets these scopes. */
  public static Authorization of(String scopes) {
    return new Authorization(
        "spa", scopes, List.of(), AuthorizationDetails.NONE, true, null, RequestedClaims.NONE);
  }

  /** The same for another client. */
  public Authorization to(String other) {
    return new Authorization(other, scopes, resources, details, challenged, key, claims);
  }

  /** The same for these resources. */
  public Authorization at(String... uris) {
    var asked = Arrays.stream(uris).map(Resource::new).toList();
    return new Authorization(client, scopes, asked, details, challenged, key, claims);
  }

  /** The same with these details. */
  public Authorization detailed(String json) {
    var allowed = AuthorizationDetails.parse(json);
    return new Authorization(client, scopes, resources, allowed, challenged, key, claims);
  }

  /** The same without a challenge. */
  public Authorization unchallenged() {
    return new Authorization(client, scopes, resources, details, false, key, claims);
  }

  /** The same with this as {@code dpop_jkt}. */
  public Authorization boundTo(Thumbprint named) {
    return new Authorization(client, scopes, resources, details, challenged, named, claims);
  }

  /** The same with these claims named one by one. */
  public Authorization naming(RequestedClaims named) {
    return new Authorization(client, scopes, resources, details, challenged, key, named);
  }

  /** Its code. */
  public String code(Desk desk) {
    var now = desk.clock.instant();
    return desk.credentials.code(
        desk.store.inTransaction(() -> desk.grants.open(request(desk), now)).id());
  }

  /** The answer to the redemption of its code. */
  public JsonObject tokens(Desk desk) {
    return desk.token(client, redemption(code(desk)));
  }

  /** The token request that redeems a code rightly. */
  public static String[] redemption(String code) {
    return new String[] {
      "grant_type", "authorization_code",
      "code", code,
      "redirect_uri", REDIRECT_URI,
      "code_verifier", VERIFIER
    };
  }

  private GrantRequest request(Desk desk) {
    var signIn = desk.clock.instant().minusSeconds(5);
    return new GrantRequest(
        new ClientId(client),
        new SignedInPerson(
            new Subject("alice"),
            new SessionId("session-1"),
            new Authentication(signIn, "urn:pwd", List.of("pwd"))),
        new Approval(Scopes.parse(scopes), resources, details, true, claims),
        binding());
  }

  private CodeBinding binding() {
    var challenge = challenged ? new CodeVerifier(VERIFIER).challenge() : null;
    return new CodeBinding(REDIRECT_URI, challenge, "n-0S6_WzA2Mj", key, Duration.ofMinutes(10));
  }
}
