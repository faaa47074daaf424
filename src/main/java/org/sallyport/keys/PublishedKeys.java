package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import org.sallyport.platform.crypto.Sha256;

/** The JWK set, ready to send (RFC 7517 §5). */
public final class PublishedKeys {
  private final byte[] json;
  private final String etag;

  private PublishedKeys(String json) {
    this.json = json.getBytes(UTF_8);
    this.etag = Sha256.base64url(json).substring(0, 22);
  }

  /** The set of these keys' public halves. */
  static PublishedKeys of(List<SigningKey> keys) {
    List<JWK> halves = keys.stream().map(SigningKey::publicKey).toList();
    return new PublishedKeys(new JWKSet(halves).toString(true));
  }

  /** The set as JSON; not to be written to. */
  public byte[] json() {
    return json;
  }

  /** What changes whenever the set does, without quotes (RFC 9110 §8.8.3). */
  public String etag() {
    return etag;
  }
}
