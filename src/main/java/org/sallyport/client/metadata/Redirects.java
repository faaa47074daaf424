package org.sallyport.client.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.protocol.address.ApplicationType;
import org.sallyport.protocol.address.RedirectUri;
import org.sallyport.protocol.address.WebOrigin;

/**
 * Where a client may have browsers sent (RFC 7591 §2, RP-Initiated Logout §3.1).
 *
 * @param allowedOrigins where its scripts are, beside the origins of these addresses
 */
public record Redirects(
    ApplicationType application,
    List<RedirectUri> uris,
    List<RedirectUri> postLogoutUris,
    List<WebOrigin> allowedOrigins) {

  public Redirects {
    uris = List.copyOf(uris);
    postLogoutUris = List.copyOf(postLogoutUris);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  static Redirects read(ConfigValue client) {
    var type =
        client
            .child("application_type")
            .map(n -> ConfigValueReader.as(n, ApplicationType::parse))
            .orElse(ApplicationType.WEB);
    return new Redirects(
        type,
        ConfigValueReader.all(client, "redirect_uris", u -> new RedirectUri(u, type)),
        ConfigValueReader.all(client, "post_logout_redirect_uris", u -> new RedirectUri(u, type)),
        ConfigValueReader.all(client, "allowed_origins", WebOrigin::new));
  }

  /** The registered redirect URI that a request names so. */
  public Optional<RedirectUri> matching(String requested) {
    return uris.stream().filter(u -> u.matches(requested)).findFirst();
  }

  /** The registered URI to go to after sign-out that a request names so. */
  public Optional<RedirectUri> matchingPostLogout(String requested) {
    return postLogoutUris.stream().filter(u -> u.matches(requested)).findFirst();
  }

  /** Whether the client takes part in signing out, so that it has to know sessions apart. */
  public boolean knowsSessions() {
    return !postLogoutUris.isEmpty();
  }

  /** The web origins that the client's own pages and scripts have. */
  public Set<String> origins() {
    var ofPages =
        Stream.concat(uris.stream(), postLogoutUris.stream()).flatMap(u -> u.origin().stream());
    return Stream.concat(ofPages, allowedOrigins.stream().map(WebOrigin::value))
        .collect(Collectors.toUnmodifiableSet());
  }
}
