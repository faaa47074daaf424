package org.sallyport.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import org.sallyport.platform.http.ReadyBytes;

/**
 * The JWK set (RFC 7517 §5).
 *
 * @param bytes the same, ready to send
 */
public record PublishedKeys(String json, ReadyBytes bytes) {

  /** The set of these public halves. */
  static PublishedKeys of(List<JWK> halves) {
    var json = new JWKSet(halves).toString(true);
    return new PublishedKeys(json, new ReadyBytes(json));
  }
}
