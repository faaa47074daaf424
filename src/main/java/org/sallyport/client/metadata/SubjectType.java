package org.sallyport.client.metadata;

import static java.util.stream.Collectors.toSet;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.protocol.address.ApplicationType;
import org.sallyport.protocol.address.InternationalNames;

/**
 * Under which subjects a client knows people (OpenID Connect Core §8, OpenID Connect Dynamic Client
 * Registration §2).
 *
 * @param pairwise whether under such as no client of another sector knows them by
 * @param sectorUri where it is listed which redirect URIs are of its sector (§8.1)
 */
public record SubjectType(boolean pairwise, Optional<URI> sectorUri) {

  public SubjectType {
    if (sectorUri.isPresent() && !pairwise) {
      throw INVALID_CLIENT_METADATA.because("sector_identifier_uri needs subject_type pairwise");
    }
  }

  static SubjectType read(ConfigValue client) {
    var pairwise =
        client.child("subject_type").map(n -> ConfigValueReader.as(n, SubjectType::isPairwise));
    var uri =
        client
            .child("sector_identifier_uri")
            .map(n -> ConfigValueReader.as(n, SubjectType::address));
    return ConfigValueReader.checked(client, n -> new SubjectType(pairwise.orElse(false), uri));
  }

  /** The sector; none of a client that knows people as everybody does. */
  Optional<String> sector(Redirects redirects) {
    return pairwise
        ? sectorUri.map(URI::getHost).or(() -> host(redirects)).map(h -> h.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Refuses redirect URIs that tell no sector where there is no address that does. */
  void mustFit(Redirects redirects) {
    if (pairwise && sector(redirects).isEmpty()) {
      throw INVALID_CLIENT_METADATA.because(
          "subject_type pairwise needs redirect_uris of one host on the web,"
              + " or a sector_identifier_uri");
    }
  }

  // Loopback and private-use schemes are everybody's, so a native application names its sector.
  private static Optional<String> host(Redirects redirects) {
    var hosts = redirects.uris().stream().flatMap(u -> u.host().stream()).collect(toSet());
    return redirects.application() == ApplicationType.WEB && hosts.size() == 1
        ? hosts.stream().findFirst()
        : Optional.empty();
  }

  private static boolean isPairwise(String type) {
    return switch (type) {
      case "pairwise" -> true;
      case "public" -> false;
      default -> throw INVALID_CLIENT_METADATA.because("subject_type must be public or pairwise");
    };
  }

  private static URI address(String text) {
    try {
      var uri = URI.create(text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw INVALID_CLIENT_METADATA.because("it is no URI; write it like https://host/path");
    }
    throw INVALID_CLIENT_METADATA.because(
        InternationalNames.advice(text)
            .map(advice -> "it " + advice)
            .orElse("it has no host; write it like https://host/path"));
  }
}
