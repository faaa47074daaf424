package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.Verification;

/**
 * How a client's authorization requests arrive, and its request objects (RFC 9126 §6, RFC 9101 §5,
 * OpenID Connect Dynamic Client Registration §2).
 *
 * @param pushedOnly whether all of them are pushed (RFC 9126 §6)
 * @param signedOnly whether all of them are signed (RFC 9101 §10.5)
 * @param algorithm the one algorithm of its request objects, if it is bound to one
 * @param uris where it keeps request objects, if it does
 * @param encryption how it may encrypt some; by the specification that binds neither it nor us
 */
public record RequestPolicy(
    boolean pushedOnly,
    boolean signedOnly,
    Optional<String> algorithm,
    List<RequestUri> uris,
    Optional<Encryption> encryption) {

  public RequestPolicy {
    uris = List.copyOf(uris);
    if (encryption.filter(how -> !Encryption.TO_US.contains(how.algorithm())).isPresent()) {
      throw INVALID_CLIENT_METADATA.because(
          "request_object_encryption_alg must be one of " + Encryption.TO_US);
    }
  }

  static RequestPolicy read(ConfigValue client) {
    var pushedOnly = client.bool("require_pushed_authorization_requests").orElse(false);
    var signedOnly = client.bool("require_signed_request_object").orElse(false);
    var algorithm =
        client
            .child("request_object_signing_alg")
            .map(n -> ConfigValueReader.as(n, RequestPolicy::ofKeys));
    var uris = ConfigValueReader.all(client, "request_uris", RequestUri::new);
    var encryption = ResponsePolicy.encryption(client, "request_object_encryption");
    return ConfigValueReader.checked(
        client, n -> new RequestPolicy(pushedOnly, signedOnly, algorithm, uris, encryption));
  }

  /** The registered one that is exactly this. */
  public Optional<RequestUri> uri(String sent) {
    return uris.stream().filter(u -> u.value().equals(sent)).findFirst();
  }

  /** Whether any request is signed, so that there must be keys of the client's. */
  boolean needsKeys() {
    return signedOnly || algorithm.isPresent() || !uris.isEmpty();
  }

  // RFC 9101 §10.5: neither none nor a shared secret.
  private static String ofKeys(String name) {
    if (!Verification.ASYMMETRIC.contains(name)) {
      throw INVALID_CLIENT_METADATA.because(
          "request objects are signed by one of the client's keys");
    }
    return name;
  }
}
