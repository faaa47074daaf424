package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.platform.config.Node;
import org.sallyport.platform.jose.Verification;

/**
 * What makes a client's messages hard to forge (RFC 7523 §3, OpenID Connect Dynamic Client
 * Registration §2).
 *
 * @param keys the keys it signs with
 * @param assertionAlgorithm the one algorithm of its client assertions, if it is bound to one
 * @param endpointAudience whether they may also name an endpoint of ours as audience, as was usual
 * @param pushedOnly whether all of its authorization requests are pushed (RFC 9126 §6)
 * @param boundTokens whether all of its access tokens are bound to a key (RFC 9449 §5.2)
 * @param nonceRequired whether its proofs of possession need a nonce of ours (RFC 9449 §8)
 */
public record Hardening(
    KeySource keys,
    Optional<String> assertionAlgorithm,
    boolean endpointAudience,
    boolean pushedOnly,
    boolean boundTokens,
    boolean nonceRequired) {

  static Hardening read(Node client) {
    return new Hardening(
        KeySource.read(client),
        client
            .child("token_endpoint_auth_signing_alg")
            .map(n -> Reading.as(n, Hardening::algorithm)),
        client.bool("accept_endpoint_audience").orElse(false),
        client.bool("require_pushed_authorization_requests").orElse(false),
        client.bool("dpop_bound_access_tokens").orElse(false),
        client.bool("require_dpop_nonce").orElse(false));
  }

  private static String algorithm(String name) {
    var known = Stream.of(Verification.ASYMMETRIC, Verification.SYMMETRIC).flatMap(List::stream);
    if (known.noneMatch(name::equals)) {
      throw INVALID_CLIENT_METADATA.because("there is no algorithm " + name + " to sign by");
    }
    return name;
  }
}
