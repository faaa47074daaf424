package org.sallyport.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.protocol.CodeVerifier;

/** An application registered in {@code journey.json}; without a secret it is a public client. */
public record Application(Server server, String id, String secret, String redirectUri) {

  /** A public single-page application. */
  public static Application spa(Server server) {
    return new Application(server, "spa", "", "https://spa.test/cb");
  }

  /** A confidential web application with two redirect URIs. */
  public static Application web(Server server) {
    return new Application(
        server, "web", "web-secret-web-secret-web-secret", "https://web.test/cb");
  }

  /** Another confidential web application, one that means harm. */
  public static Application evil(Server server) {
    return new Application(
        server, "evil", "evil-secret-evil-secret-evil-sec", "https://evil.test/cb");
  }

  /** A native application on loopback. */
  public static Application nat(Server server) {
    return new Application(server, "nat", "", "http://127.0.0.1:51004/cb");
  }

  /** A confidential application that proves itself with a nonce instead of PKCE. */
  public static Application jsec(Server server) {
    return new Application(
        server, "jsec", "jsec-secret-jsec-secret-jsec-sec", "https://jsec.test/callback");
  }

  /** An application of our own house, which asks for no consent. */
  public static Application house(Server server) {
    return new Application(
        server, "house", "house-secret-house-secret-house-", "https://house.test/cb");
  }

  /** A service without people. */
  public static Application svc(Server server) {
    return new Application(server, "svc", "svc-secret-svc-secret-svc-secret", "");
  }

  /** The API, which may introspect the tokens that are meant for it. */
  public static Application api(Server server) {
    return new Application(server, "api", "api-secret-api-secret-api-secret", "");
  }

  /** A valid request for these scopes, with everything that a careful application sends. */
  public Authorization asksFor(String scope) {
    var verifier = new CodeVerifier(Secrets.token());
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", id);
    parameters.put("redirect_uri", redirectUri);
    parameters.put("scope", scope);
    parameters.put("state", Secrets.token());
    parameters.put("nonce", Secrets.token());
    parameters.put("code_challenge", verifier.challenge().value());
    parameters.put("code_challenge_method", "S256");
    return new Authorization(this, verifier, parameters);
  }

  /** Redeems what came back for its request. */
  public Answer redeems(Authorization request, Answer redirect) {
    return redeems(request, redirect.returned().getOrDefault("code", ""));
  }

  /** Redeems a code as the answer to its request. */
  public Answer redeems(Authorization request, String code) {
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            request.redirectUri(),
            "code_verifier",
            request.verifier().value()));
  }

  /** Refreshes. */
  public Answer refreshes(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** A token request with this client's own proof. */
  public Answer token(Map<String, String> form) {
    return posts("/oauth2/token", form);
  }

  /** What introspection tells this client about a token. */
  public Answer introspects(String token) {
    return posts("/oauth2/introspect", Map.of("token", token));
  }

  /** Revokes a token. */
  public Answer revokes(String token) {
    return posts("/oauth2/revoke", Map.of("token", token));
  }

  /** A form post with this client's own proof: Basic with a secret, its id without one. */
  public Answer posts(String path, Map<String, String> form) {
    var fields = new LinkedHashMap<>(form);
    if (secret.isEmpty()) {
      fields.putIfAbsent("client_id", id);
    }
    var request = formPost(path, Http.form(fields));
    if (!secret.isEmpty()) {
      request.header("Authorization", basic(id, secret));
    }
    return Http.send(server.url(path), request.build());
  }

  /** A form post without any proof. */
  public HttpRequest.Builder formPost(String path, String body) {
    return server
        .request(server.url(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  /** The Basic header of RFC 6749 §2.3.1, both parts form-encoded. */
  public static String basic(String id, String secret) {
    var pair = Http.encode(id) + ":" + Http.encode(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }
}
