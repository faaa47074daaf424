package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import com.nimbusds.jose.JWEHeader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.keys.DecryptionKeys;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.JoseParser;

/**
 * Request objects that are encrypted to this server (RFC 9101 §6.1). Inside has to be a signed one:
 * anybody can encrypt. Whatever is wrong, the answer is the same, so that nobody learns from it.
 */
@ApplicationScoped
class EncryptedRequests {
  @Inject DecryptionKeys keys;

  /** What is inside; the text itself if it is not encrypted. */
  String open(String object) {
    if (!JoseParser.isEncrypted(object)) {
      return object;
    }
    return JoseParser.encrypted(object)
        .filter(o -> isTaken(o.getHeader()))
        .flatMap(keys::open)
        .orElseThrow(
            () ->
                INVALID_REQUEST_OBJECT.because(
                    "the request object cannot be decrypted: encrypt it to a key of our jwks with"
                        + " use enc, by its alg, and without zip"));
  }

  // RFC 8725 §3.6: what is packed may be a bomb. A key is found by its kid, not by its address.
  private static boolean isTaken(JWEHeader header) {
    return Encryption.TO_US.contains(header.getAlgorithm().getName())
        && Encryption.METHODS.contains(header.getEncryptionMethod().getName())
        && header.getCompressionAlgorithm() == null
        && header.getCriticalParams() == null
        && header.getJWKURL() == null
        && header.getX509CertURL() == null;
  }
}
