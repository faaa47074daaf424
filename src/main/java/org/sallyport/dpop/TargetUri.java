package org.sallyport.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The {@code htu} of a proof, as it is compared (RFC 9449 §4.3, RFC 3986 §6.2.2, §6.2.3). */
final class TargetUri {
  private TargetUri() {}

  /** Whether the URI leads to this endpoint, whatever its query and fragment. */
  static boolean leadsTo(String endpoint, String htu) {
    return normal(htu).filter(normal(endpoint).orElseThrow()::equals).isPresent();
  }

  private static Optional<String> normal(String value) {
    try {
      var uri = new URI(value).normalize();
      if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      var usual = scheme.equals("https") ? 443 : 80;
      var port = uri.getPort() < 0 ? usual : uri.getPort();
      var host = uri.getHost().toLowerCase(Locale.ROOT);
      return Optional.of(scheme + "://" + host + ":" + port + unescaped(uri.getRawPath()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  // Our own paths have no escapes, so one with an escape of a letter is all that can be the same.
  private static String unescaped(String path) {
    return path.indexOf('%') < 0 ? path : URI.create("x://x" + path).getPath();
  }
}
