package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.protocol.GrantId;

/**
 * Codes and refresh tokens: {@code id ‖ generation ‖ HMAC} in base64url. A forged one is told
 * without asking the database, and the database holds none (RFC 6749 §10.10).
 */
@ApplicationScoped
public class GrantCredentials {
  private static final int CONTENT = 16 + 4;
  private static final int LONGEST = 200;

  @Inject ServerMac mac;

  /** The code of a grant. */
  public String code(GrantId grant) {
    return write(new GrantCredential(grant, CredentialKind.CODE, 0));
  }

  /** The refresh token of this generation; always the same one until the server's key rotates. */
  public String refreshToken(GrantId grant, int generation) {
    return write(new GrantCredential(grant, CredentialKind.REFRESH_TOKEN, generation));
  }

  /** What a credential of this kind stands for; empty if this server did not make it as such. */
  public Optional<GrantCredential> read(String value, CredentialKind kind) {
    return decoded(value).filter(b -> b.length > CONTENT).flatMap(b -> verified(b, kind));
  }

  private String write(GrantCredential credential) {
    var content = content(credential);
    var code = mac.mac(Purpose.CREDENTIAL, typed(credential.kind(), content));
    return encoded(ByteBuffer.allocate(CONTENT + code.length).put(content).put(code).array());
  }

  private Optional<GrantCredential> verified(byte[] bytes, CredentialKind kind) {
    var content = Arrays.copyOf(bytes, CONTENT);
    var code = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
    if (!mac.verify(Purpose.CREDENTIAL, typed(kind, content), code)) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(content);
    var id = new GrantId(new UUID(buffer.getLong(), buffer.getLong()));
    return Optional.of(new GrantCredential(id, kind, buffer.getInt()));
  }

  private static byte[] content(GrantCredential credential) {
    var id = credential.grant().value();
    return ByteBuffer.allocate(CONTENT)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .putInt(credential.generation())
        .array();
  }

  private static byte[] typed(CredentialKind kind, byte[] content) {
    var tag = (byte) (kind == CredentialKind.CODE ? 'c' : 'r');
    return ByteBuffer.allocate(1 + CONTENT).put(tag).put(content).array();
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  // The decoder forgives stray last bits; one credential must have one spelling.
  private static Optional<byte[]> decoded(String value) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(value);
      return encoded(bytes).equals(value) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
