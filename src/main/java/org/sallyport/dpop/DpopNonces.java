package org.sallyport.dpop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerMac;

/**
 * Nonces, which tie a proof to the last few minutes: the time and a code over it, so that any node
 * knows one and none is kept (RFC 9449 §8).
 */
@ApplicationScoped
class DpopNonces {
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofSeconds(10);

  @Inject ServerMac mac;
  @Inject Clock clock;

  /** A nonce that is good from now on. */
  String next() {
    var time = ByteBuffer.allocate(Long.BYTES).putLong(clock.instant().getEpochSecond()).array();
    var code = mac.mac(Purpose.DPOP_NONCE, time);
    var nonce = ByteBuffer.allocate(time.length + code.length).put(time).put(code).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
  }

  /** Whether a node of ours has given it out lately. */
  boolean isGood(String nonce) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(nonce);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length != Long.BYTES + ServerMac.LENGTH) {
      return false;
    }
    var time = Arrays.copyOf(bytes, Long.BYTES);
    return mac.verify(Purpose.DPOP_NONCE, time, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length))
        && isRecent(Instant.ofEpochSecond(ByteBuffer.wrap(time).getLong()));
  }

  private boolean isRecent(Instant given) {
    var now = clock.instant();
    return given.isBefore(now.plus(SKEW)) && now.isBefore(given.plus(LIFETIME));
  }
}
