package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.jose.Encryption;

/**
 * How a client may hand over its request objects (RFC 9101 §5, OpenID Connect Dynamic Client
 * Registration §2).
 *
 * @param uris where it keeps them, if it does
 * @param encryption how it may encrypt some; by the specification that binds neither it nor us
 */
public record RequestObjectPolicy(List<RequestUri> uris, Optional<Encryption> encryption) {
  public RequestObjectPolicy {
    uris = List.copyOf(uris);
    if (encryption.filter(how -> !Encryption.TO_US.contains(how.algorithm())).isPresent()) {
      throw INVALID_CLIENT_METADATA.because(
          "request_object_encryption_alg must be one of " + Encryption.TO_US);
    }
  }

  static RequestObjectPolicy read(ConfigValue client) {
    var uris = ConfigValueReader.all(client, "request_uris", RequestUri::new);
    var encryption = EncryptedAnswers.read(client, "request_object_encryption");
    return ConfigValueReader.checked(client, n -> new RequestObjectPolicy(uris, encryption));
  }

  /** The registered one that is exactly this. */
  public Optional<RequestUri> uri(String sent) {
    return uris.stream().filter(u -> u.value().equals(sent)).findFirst();
  }
}
