package org.sallyport.client.metadata;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * How what a client receives is signed and encrypted.
 *
 * @param idToken OpenID Connect Dynamic Client Registration §2
 * @param userinfo the same; none if it is plain JSON
 * @param authorization where it asks for signed authorization responses (JARM §3)
 * @param introspection where it asks for a JWT (RFC 9701 §6)
 */
public record ResponsePolicy(
    SignedResponse idToken,
    Optional<SignedResponse> userinfo,
    SignedResponse authorization,
    SignedResponse introspection) {

  static ResponsePolicy read(ConfigValue client, ProfileName profile) {
    return new ResponsePolicy(
        always(client, "id_token", profile),
        userinfo(client),
        always(client, "authorization", profile),
        always(client, "introspection", profile));
  }

  private static SignedResponse always(ConfigValue client, String what, ProfileName profile) {
    return new SignedResponse(
        algorithm(client, what).orElse(profile.usualSignature()),
        encryption(client, what + "_encrypted_response"));
  }

  private static Optional<SignedResponse> userinfo(ConfigValue client) {
    var encryption = encryption(client, "userinfo_encrypted_response");
    var signed = algorithm(client, "userinfo").map(a -> new SignedResponse(a, encryption));
    if (signed.isEmpty() && encryption.isPresent()) {
      throw client.wrong(
          "userinfo that is encrypted is signed: userinfo_signed_response_alg is missing",
          "correct it");
    }
    return signed;
  }

  private static Optional<SigningAlgorithm> algorithm(ConfigValue client, String what) {
    return client
        .child(what + "_signed_response_alg")
        .map(n -> ConfigValueReader.as(n, SigningAlgorithm::parse));
  }

  /** How the client says it is encrypted, at the keys that begin with this. */
  static Optional<Encryption> encryption(ConfigValue client, String what) {
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

  /** By which algorithms they are signed. */
  public Set<SigningAlgorithm> algorithms() {
    return all().map(SignedResponse::algorithm).collect(toUnmodifiableSet());
  }

  /** All ways of encryption that are asked for. */
  Stream<Encryption> encryptions() {
    return all().flatMap(how -> how.encryption().stream());
  }

  private Stream<SignedResponse> all() {
    return Stream.concat(Stream.of(idToken, authorization, introspection), userinfo.stream());
  }
}
