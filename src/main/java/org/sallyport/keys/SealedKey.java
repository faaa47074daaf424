package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Sealed;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * A key under its master key: a JWK that opens only as the key it was sealed as (RFC 7517).
 *
 * @param number counts the keys of the series, from 1
 */
record SealedKey(String kid, KeySeries series, int number, Sealed sealed) {

  /** Seals a key as the one of this number. */
  static SealedKey of(JWK key, KeySeries series, int number, MasterKey master) {
    var json = key.toJSONString().getBytes(UTF_8);
    var context = context(key.getKeyID(), series, number);
    return new SealedKey(key.getKeyID(), series, number, master.seal(json, context));
  }

  /** The key, ready to use; refuses another master key than it was sealed under. */
  KeyRing.Key open(MasterKey master, Signatures signatures) {
    var json = master.open(sealed, context(kid, series, number)).orElseThrow(SealedKey::refusal);
    try {
      var key = JWK.parse(new String(json, UTF_8));
      if (series.signs()) {
        return SigningKey.of(SigningAlgorithm.valueOf(series.algorithm()), key, signatures);
      }
      return series.isPublished()
          ? DecryptionKey.of(key)
          : ServerSecret.of(number, key.toOctetSequenceKey().toByteArray());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("key " + kid + " is sealed but cannot be used", e);
    }
  }

  private static ConfigurationException refusal() {
    return new ConfigurationException(
        "setting keys.master-key",
        "the keys in the database were sealed under another master key",
        "give the master key that this database was first started with; if it is lost, delete"
            + " all rows of table server_key, which makes all tokens given out so far void, and"
            + " gives people other subjects with clients of subject_type pairwise");
  }

  private static String context(String kid, KeySeries series, int number) {
    return series.purpose() + ' ' + series.algorithm() + ' ' + number + ' ' + kid;
  }
}
