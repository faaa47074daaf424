package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.net.URI;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.PublicKeys;

/** Where a client's public keys are: with us, or at an address of its own (RFC 7591 §2). */
public record KeySource(Optional<PublicKeys> jwks, Optional<URI> jwksUri) {

  public KeySource {
    if (jwks.isPresent() && jwksUri.isPresent()) {
      throw INVALID_CLIENT_METADATA.because("jwks and jwks_uri must not both be there");
    }
  }

  static KeySource read(ConfigValue client) {
    var jwks = client.child("jwks").map(KeySource::keys);
    var uri = client.child("jwks_uri").map(KeySource::address);
    return ConfigValueReader.checked(client, n -> new KeySource(jwks, uri));
  }

  /** Whether there are any. */
  public boolean isKnown() {
    return jwks.isPresent() || jwksUri.isPresent();
  }

  /** Whether one of them is, or may turn out to be, for this. */
  boolean mayHaveKeyFor(Encryption how) {
    return jwksUri.isPresent() || jwks.flatMap(keys -> keys.toEncrypt(how)).isPresent();
  }

  private static PublicKeys keys(ConfigValue node) {
    try {
      return PublicKeys.parse(node.json().toString());
    } catch (IllegalArgumentException e) {
      throw node.wrong(String.valueOf(e.getMessage()), "write {\"keys\": […]} of public keys");
    }
  }

  private static URI address(ConfigValue node) {
    try {
      return URI.create(node.text());
    } catch (IllegalArgumentException e) {
      throw node.wrong("is not a URI", "write it like https://host/path");
    }
  }
}
