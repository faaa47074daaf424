package org.sallyport.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code htu} of a proof, as it is compared (RFC 9449 §4.3, RFC 3986 §6.2.2, §6.2.3). */
final class TargetUri {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final String UNRESERVED_MARKS = "-._~";

  private TargetUri() {}

  /** Whether the URI leads to this endpoint, whatever its query and fragment. */
  static boolean leadsTo(String endpoint, String htu) {
    return normal(htu).filter(normal(endpoint).orElseThrow()::equals).isPresent();
  }

  private static Optional<String> normal(String value) {
    try {
      var uri = new URI(value);
      if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      var usual = scheme.equals("https") ? 443 : 80;
      var port = uri.getPort() < 0 ? usual : uri.getPort();
      var host = uri.getHost().toLowerCase(Locale.ROOT);
      return Optional.of(scheme + "://" + host + ":" + port + path(uri.getRawPath()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String path(String raw) {
    var unescaped = ESCAPE.matcher(raw).replaceAll(escape -> unescaped(escape.group()));
    return unescaped.isEmpty() ? "/" : withoutDots(unescaped);
  }

  // RFC 3986 §6.2.2.2: of what is reserved an escape is something else, as %2F is no slash.
  private static String unescaped(String escape) {
    var c = (char) Integer.parseInt(escape.substring(1), 16);
    var unreserved =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || UNRESERVED_MARKS.indexOf(c) >= 0;
    return unreserved ? String.valueOf(c) : escape.toUpperCase(Locale.ROOT);
  }

  // RFC 3986 §5.2.4: an empty segment is one like any other, and dots take away the one before.
  private static String withoutDots(String path) {
    var kept = new ArrayDeque<String>();
    var segments = Arrays.asList(path.substring(1).split("/", -1));
    for (var segment : segments) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.add(segment);
      }
    }
    var last = segments.get(segments.size() - 1);
    var ending = last.equals(".") || last.equals("..") ? "/" : "";
    return "/" + String.join("/", kept) + (kept.isEmpty() ? "" : ending);
  }
}
