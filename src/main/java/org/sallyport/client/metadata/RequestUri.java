package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address at which a client keeps a request object (OpenID Connect Core §6.2).
 *
 * @param value as it is registered, and as it has to be sent
 */
public record RequestUri(String value) {
  private static final int LONGEST = 512;
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Refuses what is no URI, too long, or has a fragment that is no hash. */
  public RequestUri {
    if (value.length() > LONGEST) {
      throw INVALID_CLIENT_METADATA.because(
          "a request_uri has " + LONGEST + " characters at most (OpenID Connect Core 6.2)");
    }
    var fragment = value.indexOf('#');
    if (fragment >= 0 && !HASH.matcher(value.substring(fragment + 1)).matches()) {
      throw INVALID_CLIENT_METADATA.because(
          "the fragment of a request_uri is the SHA-256 of what is there, in base64url");
    }
    try {
      URI.create(value);
    } catch (IllegalArgumentException e) {
      throw INVALID_CLIENT_METADATA.because("a request_uri is a URI, like https://host/path");
    }
  }

  /** Where the object is fetched. */
  public URI place() {
    return URI.create(value.replaceFirst("#.*", ""));
  }

  /** The SHA-256 of what is there, if that never changes. */
  public Optional<String> hash() {
    var fragment = value.indexOf('#');
    return fragment < 0 ? Optional.empty() : Optional.of(value.substring(fragment + 1));
  }
}
