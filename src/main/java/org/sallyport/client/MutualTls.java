package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;

/**
 * What a client does by its certificate (RFC 8705 §2.1.2, §3.4).
 *
 * @param subject whom its certificate has to name, if it authenticates by one of an authority
 * @param boundTokens whether its access tokens are bound to its certificate
 */
public record MutualTls(Optional<CertificateSubject> subject, boolean boundTokens) {
  static MutualTls read(ConfigValue client) {
    return new MutualTls(
        CertificateSubject.read(client),
        client.bool("tls_client_certificate_bound_access_tokens").orElse(false));
  }

  /**
   * Refuses a DPoP proof where tokens are bound to the certificate: they are bound to one thing.
   */
  public void refuseProof() {
    if (boundTokens) {
      throw INVALID_REQUEST.because(
          "the access tokens of this client are bound to its certificate: send no DPoP proof");
    }
  }
}
