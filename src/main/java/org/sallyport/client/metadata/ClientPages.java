package org.sallyport.client.metadata;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.protocol.address.InternationalNames;

/**
 * The web pages of a client (RFC 7591 §2, OpenID Connect Registration §2).
 *
 * @param signIn where it begins a sign-in by itself (OpenID Connect Core §4)
 * @param logo where its logo is; no page leads there, this server fetches it
 */
public record ClientPages(
    Optional<URI> homepage,
    Optional<URI> policy,
    Optional<URI> terms,
    Optional<URI> signIn,
    Optional<URI> logo) {
  private static final int LONGEST = 2_000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static ClientPages read(ConfigValue client) {
    return new ClientPages(
        client.child("client_uri").map(ClientPages::page),
        client.child("policy_uri").map(ClientPages::page),
        client.child("tos_uri").map(ClientPages::page),
        client.child("initiate_login_uri").map(ClientPages::signIn),
        client.child("logo_uri").map(ClientPages::logo));
  }

  /**
   * Where people go who want to use the application: to its own beginning of a sign-in, with this
   * issuer (OpenID Connect Core §4), else to its home page.
   *
   * @param issuer as it is written in a query
   */
  public Optional<URI> start(String issuer) {
    return signIn
        .map(uri -> uri + (uri.getRawQuery() == null ? "?" : "&") + "iss=" + issuer)
        .map(URI::create)
        .or(() -> homepage);
  }

  // Registration §2: it must be https. A developer's own machine has none.
  private static URI signIn(ConfigValue node) {
    var uri = page(node);
    if (uri.getRawFragment() != null
        || !(uri.getScheme().equals("https") || LOOPBACK.contains(uri.getHost()))) {
      throw node.wrong("cannot begin a sign-in", "write an https address without a fragment (#)");
    }
    return uri;
  }

  private static URI logo(ConfigValue node) {
    node.fitting(node.text(), LONGEST);
    return page(node);
  }

  // It becomes a link on our pages, so it must not be a script.
  private static URI page(ConfigValue node) {
    try {
      var uri = URI.create(node.text());
      var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw node.wrong("is not a URI", "write it like https://host/path");
    }
    throw node.wrong(
        "is not the address of a web page",
        InternationalNames.advice(node.text())
            .map(advice -> "it " + advice)
            .orElse("write it like https://host/path"));
  }
}
