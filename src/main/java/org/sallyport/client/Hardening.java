package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.jose.Verification;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * What makes a client's messages hard to forge (RFC 7523 §3, OpenID Connect Dynamic Client
 * Registration §2).
 *
 * @param keys the keys it signs with
 * @param assertionAlgorithm the one algorithm of its client assertions, if it is bound to one
 * @param endpointAudience whether they may also name an endpoint of ours as audience, as was usual
 * @param pushedOnly whether all of its authorization requests are pushed (RFC 9126 §6)
 * @param requestAlgorithm the one algorithm of its request objects, if it is bound to one
 * @param signedOnly whether all of its authorization requests are signed (RFC 9101 §10.5)
 * @param responseAlgorithm how signed authorization responses are signed for it (JARM §3)
 * @param answers how what it is told of people and tokens is signed
 * @param profile whose rules it is held to beyond everybody's
 * @param boundTokens whether all of its access tokens are bound to a key (RFC 9449 §5.2)
 * @param nonceRequired whether its proofs of possession need a nonce of ours (RFC 9449 §8)
 * @param mutualTls what it does by its certificate
 * @param encrypted how what it is told is encrypted
 * @param requests how it may hand over its request objects
 */
public record Hardening(
    KeySource keys,
    Optional<String> assertionAlgorithm,
    boolean endpointAudience,
    boolean pushedOnly,
    Optional<String> requestAlgorithm,
    boolean signedOnly,
    SigningAlgorithm responseAlgorithm,
    Answers answers,
    ProfileName profile,
    boolean boundTokens,
    boolean nonceRequired,
    MutualTls mutualTls,
    EncryptedAnswers encrypted,
    RequestObjectPolicy requests) {

  /**
   * How answers are signed.
   *
   * @param userinfo none if they are plain JSON (OpenID Connect Dynamic Client Registration §2)
   * @param introspection where the client asks for a JWT (RFC 9701 §6)
   */
  public record Answers(Optional<SigningAlgorithm> userinfo, SigningAlgorithm introspection) {}

  static Hardening read(ConfigValue client) {
    var profile =
        client
            .child("profile")
            .map(n -> ConfigValueReader.as(n, ProfileName::parse))
            .orElse(ProfileName.NONE);
    return new Hardening(
        KeySource.read(client),
        client
            .child("token_endpoint_auth_signing_alg")
            .map(n -> ConfigValueReader.as(n, Hardening::algorithm)),
        client.bool("accept_endpoint_audience").orElse(false),
        client.bool("require_pushed_authorization_requests").orElse(false),
        client
            .child("request_object_signing_alg")
            .map(n -> ConfigValueReader.as(n, Hardening::ofKeys)),
        client.bool("require_signed_request_object").orElse(false),
        signed(client, "authorization_signed_response_alg").orElse(profile.usualSignature()),
        new Answers(
            signed(client, "userinfo_signed_response_alg"),
            signed(client, "introspection_signed_response_alg").orElse(profile.usualSignature())),
        profile,
        client.bool("dpop_bound_access_tokens").orElse(false),
        client.bool("require_dpop_nonce").orElse(false),
        MutualTls.read(client),
        EncryptedAnswers.read(client),
        RequestObjectPolicy.read(client));
  }

  private static Optional<SigningAlgorithm> signed(ConfigValue client, String name) {
    return client.child(name).map(n -> ConfigValueReader.as(n, SigningAlgorithm::parse));
  }

  // RFC 9101 §10.5: neither none nor a shared secret.
  private static String ofKeys(String name) {
    if (!Verification.ASYMMETRIC.contains(name)) {
      throw INVALID_CLIENT_METADATA.because(
          "request objects are signed by one of the client's keys");
    }
    return name;
  }

  private static String algorithm(String name) {
    var known = Stream.of(Verification.ASYMMETRIC, Verification.SYMMETRIC).flatMap(List::stream);
    if (known.noneMatch(name::equals)) {
      throw INVALID_CLIENT_METADATA.because("there is no algorithm " + name + " to sign by");
    }
    return name;
  }
}
