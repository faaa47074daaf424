package org.sallyport.jwt;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.protocol.GrantId;

/** The {@code jti} of an access token: its grant, if it has one, and a random part. */
final class TokenName {
  private static final String NO_GRANT = "-";
  private static final int RANDOM = 12;

  private TokenName() {}

  /** A new name for a token of this grant. */
  static String of(Optional<GrantId> grant) {
    return grant.map(TokenName::text).orElse(NO_GRANT) + '.' + base64url(Secrets.random(RANDOM));
  }

  /** The grant that a name of ours tells. */
  static Optional<GrantId> grant(String name) {
    var text = name.substring(0, name.indexOf('.'));
    return text.equals(NO_GRANT) ? Optional.empty() : Optional.of(parse(text));
  }

  private static String text(GrantId grant) {
    var id = grant.value();
    return base64url(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static GrantId parse(String text) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    return new GrantId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
