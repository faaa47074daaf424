package org.sallyport.authorize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.ReturnAddress;

/**
 * What the client is told (RFC 6749 §4.1.2), always with the state it sent and with {@code iss},
 * which tells it from the answer of another server (RFC 9207 §2).
 *
 * @param parameters in the order they are sent
 */
record AuthorizationResponse(ReturnAddress to, Map<String, String> parameters) {

  /** A code. */
  static AuthorizationResponse code(ReturnAddress to, String code, String issuer) {
    return of(to, Map.of("code", code), issuer);
  }

  /** A refusal, with the number under which the log has it. */
  static AuthorizationResponse refusal(
      ReturnAddress to, OAuthException refusal, CaseNumber number, String issuer) {
    var said = new LinkedHashMap<String, String>();
    said.put("error", refusal.error().code());
    said.put("error_description", number.behind(refusal.reason()));
    return of(to, said, issuer);
  }

  /** The same, all in one JWT (JWT Secured Authorization Response Mode §2.3). */
  AuthorizationResponse in(String jwt) {
    return new AuthorizationResponse(to, Map.of("response", jwt));
  }

  /** The redirect URI with the parameters in its query or, where that is the mode, its fragment. */
  String address() {
    return to.uri() + glue() + FormEncoding.encode(parameters);
  }

  private String glue() {
    if (to.mode().isFragment()) {
      return "#";
    }
    return to.uri().indexOf('?') < 0 ? "?" : to.uri().endsWith("?") ? "" : "&";
  }

  private static AuthorizationResponse of(
      ReturnAddress to, Map<String, String> said, String issuer) {
    var all = new LinkedHashMap<>(said);
    to.state().ifPresent(s -> all.put("state", s));
    all.put("iss", issuer);
    return new AuthorizationResponse(to, all);
  }
}
