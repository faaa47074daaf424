package org.sallyport.client;

import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.jose.Encryption;

/**
 * How what a client is told is encrypted to its key, after it is signed (OpenID Connect Dynamic
 * Client Registration §2, JARM §3, RFC 9701 §6).
 */
public record EncryptedAnswers(
    Optional<Encryption> idToken,
    Optional<Encryption> userinfo,
    Optional<Encryption> authorization,
    Optional<Encryption> introspection) {

  static EncryptedAnswers read(ConfigValue client) {
    return new EncryptedAnswers(
        read(client, "id_token_encrypted_response"),
        read(client, "userinfo_encrypted_response"),
        read(client, "authorization_encrypted_response"),
        read(client, "introspection_encrypted_response"));
  }

  /** All that are asked for. */
  Stream<Encryption> all() {
    return Stream.of(idToken, userinfo, authorization, introspection).flatMap(Optional::stream);
  }

  /** How the client says it is encrypted, at the keys that begin with this. */
  static Optional<Encryption> read(ConfigValue client, String what) {
    var algorithm = what + "_alg";
    var method = client.text(what + "_enc");
    if (method.isPresent() && client.child(algorithm).isEmpty()) {
      throw client.missing(algorithm, "say how to encrypt");
    }
    return client
        .child(algorithm)
        .map(
            n ->
                ConfigValueReader.as(
                    n, a -> new Encryption(a, method.orElse(Encryption.METHODS.get(0)))));
  }
}
