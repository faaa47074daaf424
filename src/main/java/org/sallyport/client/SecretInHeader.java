package org.sallyport.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;

/** A secret in the Authorization header, scheme Basic (RFC 6749 §2.3.1, RFC 7617). */
@ApplicationScoped
public class SecretInHeader implements ClientAuthenticationMethod {
  private static final String SCHEME = "Basic ";
  private static final int LONGEST = 4_000;

  @Override
  public String name() {
    return "client_secret_basic";
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    return request.authorization().map(SecretInHeader::read);
  }

  private static ClientProof read(String header) {
    if (header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw malformed();
    }
    try {
      var pair = new String(Base64.getDecoder().decode(header.substring(SCHEME.length())), UTF_8);
      var colon = pair.indexOf(':');
      if (colon < 1) {
        throw malformed();
      }
      var secret = URLDecoder.decode(pair.substring(colon + 1), UTF_8);
      var id = new ClientId(URLDecoder.decode(pair.substring(0, colon), UTF_8));
      return new ClientProof(id, client -> client.secretMatches(secret));
    } catch (IllegalArgumentException | OAuthException e) {
      throw malformed();
    }
  }

  private static OAuthException malformed() {
    return INVALID_CLIENT.because(
        "the Authorization header must be Basic with client id and secret,"
            + " each form-urlencoded (RFC 6749 2.3.1)");
  }
}
