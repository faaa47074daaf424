package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import org.sallyport.platform.config.ConfigValue;

/**
 * What a client's access tokens are bound to (RFC 9449, RFC 8705).
 *
 * @param boundToKey whether all of them are bound to a key (RFC 9449 §5.2)
 * @param nonceRequired whether its proofs of possession need a nonce of ours (RFC 9449 §8)
 * @param boundToCertificate whether all of them are bound to its certificate (RFC 8705 §3.4)
 */
public record TokenPolicy(boolean boundToKey, boolean nonceRequired, boolean boundToCertificate) {

  static TokenPolicy read(ConfigValue client) {
    return new TokenPolicy(
        client.bool("dpop_bound_access_tokens").orElse(false),
        client.bool("require_dpop_nonce").orElse(false),
        client.bool("tls_client_certificate_bound_access_tokens").orElse(false));
  }

  /** Refuses tokens that would be bound to two things. */
  void mustBeConsistent() {
    if (boundToKey && boundToCertificate) {
      throw INVALID_CLIENT_METADATA.because(
          "access tokens cannot be bound by DPoP and to a certificate");
    }
  }

  /**
   * Refuses a DPoP proof where tokens are bound to the certificate: they are bound to one thing.
   */
  public void refuseProof() {
    if (boundToCertificate) {
      throw INVALID_REQUEST.because(
          "the access tokens of this client are bound to its certificate: send no DPoP proof");
    }
  }
}
