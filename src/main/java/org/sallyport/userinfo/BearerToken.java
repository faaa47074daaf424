package org.sallyport.userinfo;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.http.FormReader;
import org.sallyport.protocol.Parameters;

/**
 * An access token as it came: in the header or, once, in a form; never in the query (RFC 6750 §2).
 *
 * @param withProof whether it was said to come with a proof of possession (RFC 9449 §7.1)
 */
record BearerToken(String value, boolean withProof) {
  private static final String BEARER = "Bearer ";
  private static final String DPOP = "DPoP ";

  static BearerToken ofHeader(HttpServletRequest request) {
    return of(request, Parameters.of(Map.of()));
  }

  static BearerToken ofHeaderOrForm(HttpServletRequest request, byte[] body) {
    var type = Optional.ofNullable(request.getContentType()).orElse("");
    var isForm = type.split(";", 2)[0].strip().equalsIgnoreCase(APPLICATION_FORM_URLENCODED);
    return of(request, isForm ? FormReader.parameters(body) : Parameters.of(Map.of()));
  }

  private static BearerToken of(HttpServletRequest request, Parameters form) {
    if (request.getQueryString() != null) {
      throw INVALID_REQUEST.because("send the access token in the header, never in the query");
    }
    var headers = Collections.list(request.getHeaders("Authorization"));
    var inForm = form.optional("access_token");
    if (headers.size() + inForm.stream().count() > 1) {
      throw INVALID_REQUEST.because("send the access token once");
    }
    return headers.stream()
        .findFirst()
        .map(BearerToken::inHeader)
        .or(() -> inForm.map(value -> new BearerToken(value, false)))
        .orElseThrow(() -> INVALID_TOKEN.because("send an access token: Authorization: Bearer"));
  }

  private static BearerToken inHeader(String header) {
    if (header.regionMatches(true, 0, DPOP, 0, DPOP.length())) {
      return new BearerToken(header.substring(DPOP.length()).strip(), true);
    }
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw INVALID_TOKEN.because("the Authorization header must be Bearer and an access token");
    }
    return new BearerToken(header.substring(BEARER.length()).strip(), false);
  }

  /** Without the value, which is a credential. */
  @Override
  public String toString() {
    return "BearerToken[…]";
  }
}
