package org.sallyport.protocol.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.protocol.OAuthError.INVALID_REDIRECT_URI;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.protocol.Ascii;

/** What a redirect URI must be to be registered (OAuth 2.1 §2.3.1, RFC 8252 §7, RFC 9700 §4.1). */
final class RedirectUriRules {
  private static final int LONGEST = 2_000;
  private static final Set<String> LOOPBACKS = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
  private static final Pattern DOTTED = Pattern.compile("[a-z0-9-]++(?:\\.[a-z0-9-]++)++");
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  /** Escapes of characters that need none, and of those that change the path: one meaning only. */
  private static final Pattern TRICKY_ESCAPE =
      Pattern.compile(
          "(?i)%(?:[01].|2[5def]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef]|c[01])");

  private static final Set<String> RESPONSE_PARAMETERS =
      Set.of(
          "code",
          "state",
          "iss",
          "error",
          "error_description",
          "error_uri",
          "access_token",
          "token_type",
          "expires_in",
          "scope",
          "id_token",
          "session_state",
          "response");

  private RedirectUriRules() {}

  /** Refuses a URI that must not be registered for an application of this type. */
  static void check(String value, ApplicationType application) {
    rule(value.length() <= LONGEST, "must not be longer than " + LONGEST + " characters");
    rule(value.indexOf('#') < 0, "must not have a fragment");
    rule(value.indexOf('*') < 0, "must not have a wildcard");
    var uri = parse(value);
    if (DOTTED.matcher(uri.getScheme()).matches()) {
      checkPrivateUse(uri, application);
    } else {
      checkWeb(uri);
    }
    checkPath(uri.getRawPath());
    Optional.ofNullable(uri.getRawQuery()).ifPresent(RedirectUriRules::checkQuery);
  }

  private static URI parse(String value) {
    InternationalNames.advice(value).ifPresent(advice -> rule(false, advice));
    try {
      var uri = new URI(value);
      rule(Ascii.visible(value, 1, LONGEST), "must be ASCII; escape other characters with %");
      rule(uri.isAbsolute() && !uri.isOpaque(), "must be absolute, such as https://host/path");
      rule(SCHEME.matcher(uri.getScheme()).matches(), "must have a scheme in lower case");
      return uri;
    } catch (URISyntaxException e) {
      throw INVALID_REDIRECT_URI.because("a redirect URI must be a URI as of RFC 3986");
    }
  }

  // RFC 8252 §7.1: a reversed domain name, so that it can be told whose it is.
  private static void checkPrivateUse(URI uri, ApplicationType application) {
    rule(application == ApplicationType.NATIVE, "with a private-use scheme needs type native");
    var authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
    rule(authority.indexOf('@') < 0, "must not have user information");
  }

  private static void checkWeb(URI uri) {
    var scheme = uri.getScheme();
    rule(
        scheme.equals("https") || scheme.equals("http"),
        "must have the scheme https, http (on loopback) or a private-use one with a dot");
    rule(uri.getRawUserInfo() == null, "must not have user information");
    var host = Optional.ofNullable(uri.getHost()).orElse("");
    rule(!host.isEmpty(), "must have a host");
    rule(isCanonical(host), "must have its host in lower case and without a dot at its end");
    var port = uri.getRawAuthority().substring(host.length());
    rule(port.isEmpty() || isPort(port.substring(1)), "must have a port from 1 to 65535 or none");
    rule(
        scheme.equals("https") || LOOPBACKS.contains(host),
        "must be https; http is for 127.0.0.1, [::1] and localhost only");
  }

  private static boolean isCanonical(String host) {
    return host.chars().noneMatch(Character::isUpperCase) && !host.endsWith(".");
  }

  private static boolean isPort(String text) {
    return PORT.matcher(text).matches() && Integer.parseInt(text) <= 65_535;
  }

  private static void checkPath(String path) {
    var segments = Arrays.asList(path.split("/", -1));
    rule(
        !segments.contains(".") && !segments.contains("..") && !path.contains("//"),
        "must not have empty, . or .. segments in its path");
    rule(path.indexOf(';') < 0, "must not have ; in its path");
    rule(
        !TRICKY_ESCAPE.matcher(path).find(),
        "must not escape a character in its path that needs none or separates segments");
  }

  private static void checkQuery(String query) {
    rule(
        Arrays.stream(query.split("[&;]"))
            .map(p -> URLDecoder.decode(p.split("=", 2)[0], UTF_8))
            .noneMatch(RESPONSE_PARAMETERS::contains),
        "must not have a parameter of the authorization response in its query");
  }

  private static void rule(boolean holds, String must) {
    if (!holds) {
      throw INVALID_REDIRECT_URI.because("a redirect URI " + must);
    }
  }
}
