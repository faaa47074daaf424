package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.jose.Verification;

/**
 * How a client authenticates by its method (RFC 7523 §3, RFC 8705 §2.1.2).
 *
 * @param assertionAlgorithm the one algorithm of its client assertions, if it is bound to one
 * @param endpointAudience whether they may also name an endpoint of ours as audience, as was usual
 * @param certificate whom its certificate has to name, if it authenticates by one of an authority
 */
public record AuthenticationPolicy(
    Optional<String> assertionAlgorithm,
    boolean endpointAudience,
    Optional<CertificateSubject> certificate) {

  static AuthenticationPolicy read(ConfigValue client) {
    return new AuthenticationPolicy(
        client
            .child("token_endpoint_auth_signing_alg")
            .map(n -> ConfigValueReader.as(n, AuthenticationPolicy::algorithm)),
        client.bool("accept_endpoint_audience").orElse(false),
        CertificateSubject.read(client));
  }

  private static String algorithm(String name) {
    var known = Stream.of(Verification.ASYMMETRIC, Verification.SYMMETRIC).flatMap(List::stream);
    if (known.noneMatch(name::equals)) {
      throw INVALID_CLIENT_METADATA.because("there is no algorithm " + name + " to sign by");
    }
    return name;
  }
}
