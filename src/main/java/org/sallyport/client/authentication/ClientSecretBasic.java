package org.sallyport.client.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.registry.Client;
import org.sallyport.platform.http.AuthorizationHeader;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;

/**
 * A secret in the Authorization header, scheme Basic (RFC 6749 §2.3.1, RFC 7617). Id and secret are
 * form-urlencoded there; many clients send them as they are, so both readings count.
 */
@ApplicationScoped
public class ClientSecretBasic implements ClientAuthenticationMethod {
  /** How the header has to be made, for who made it otherwise. */
  static final String ENCODING =
      "Basic takes base64 of client_id:secret, both form-urlencoded (RFC 6749 2.3.1) or both as"
          + " they are";

  private static final int LONGEST = 4_000;

  @Override
  public String name() {
    return AuthenticationMethod.CLIENT_SECRET_BASIC.value();
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    return request.authorization().map(header -> read(header, request));
  }

  private static ClientProof read(String header, ClientRequest request) {
    var sent = AuthorizationHeader.parse(header);
    if (header.length() > LONGEST || !sent.carries("Basic")) {
      throw malformed();
    }
    var pair = decoded(sent.credentials());
    var colon = pair.indexOf(':');
    if (colon < 1) {
      throw malformed();
    }
    var ids = readings(pair.substring(0, colon)).flatMap(ClientSecretBasic::id).toList();
    if (ids.isEmpty() || (!isEncoded(pair) && ids.stream().noneMatch(request::mayBeOf))) {
      throw malformed();
    }
    var secrets = readings(pair.substring(colon + 1)).toList();
    return new ClientProof(ids, client -> isOneOf(secrets, client));
  }

  private static String decoded(String credentials) {
    try {
      return new String(Base64.getDecoder().decode(credentials), UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  /** What a part may mean: what it is the encoding of, and what it is. */
  private static Stream<String> readings(String part) {
    return isEncoded(part)
        ? Stream.of(URLDecoder.decode(part, UTF_8), part).distinct()
        : Stream.of(part);
  }

  private static boolean isEncoded(String text) {
    try {
      URLDecoder.decode(text, UTF_8);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Stream<ClientId> id(String text) {
    try {
      return Stream.of(new ClientId(text));
    } catch (OAuthException e) {
      return Stream.empty();
    }
  }

  // All are compared, so that the time does not tell which of them was right.
  private static boolean isOneOf(List<String> secrets, Client client) {
    return secrets.stream().map(client::secretMatches).reduce(false, Boolean::logicalOr);
  }

  private static OAuthException malformed() {
    return INVALID_CLIENT.because("the Authorization header cannot be read: " + ENCODING);
  }
}
