package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.platform.crypto.ServerSeal;

/** The server's secrets at work: what they make begins with the two bytes of their number. */
@ApplicationScoped
public class ServerSecrets implements ServerMac, ServerSeal {
  @Inject LiveKeys keys;
  @Inject Clock clock;

  @Override
  public byte[] mac(Purpose purpose, byte[] data) {
    var secret = active(purpose);
    return numbered(secret, secret.mac().of(data));
  }

  @Override
  public boolean verify(Purpose purpose, byte[] data, byte[] code) {
    return code.length == LENGTH
        && named(purpose, code).filter(s -> s.mac().matches(content(code), data)).isPresent();
  }

  @Override
  public String seal(Purpose purpose, byte[] message) {
    var secret = active(purpose);
    var sealed = numbered(secret, secret.seal().seal(message, context(purpose)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  @Override
  public Optional<byte[]> open(Purpose purpose, String sealed) {
    return decoded(sealed)
        .flatMap(
            bytes ->
                named(purpose, bytes)
                    .flatMap(s -> s.seal().open(content(bytes), context(purpose))));
  }

  private ServerSecret active(Purpose purpose) {
    return keys.ring().active(purpose, clock.instant());
  }

  private Optional<ServerSecret> named(Purpose purpose, byte[] made) {
    var number = Short.toUnsignedInt(ByteBuffer.wrap(made).getShort());
    return keys.ring().numbered(purpose, number, clock.instant());
  }

  private static byte[] numbered(ServerSecret secret, byte[] content) {
    return ByteBuffer.allocate(Short.BYTES + content.length)
        .putShort((short) secret.number())
        .put(content)
        .array();
  }

  private static byte[] content(byte[] made) {
    return Arrays.copyOfRange(made, Short.BYTES, made.length);
  }

  private static byte[] context(Purpose purpose) {
    return purpose.name().getBytes(US_ASCII);
  }

  private static Optional<byte[]> decoded(String sealed) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(sealed)).filter(b -> b.length > Short.BYTES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
