package org.sallyport.userinfo;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.http.AuthorizationHeader;
import org.sallyport.platform.http.body.FormReader;
import org.sallyport.platform.http.body.SentContentType;
import org.sallyport.protocol.request.CredentialParameters;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;

/**
 * An access token as it came: in the header or, once, in a form; never in the query (RFC 6750 §2).
 *
 * @param withProof whether it was said to come with a proof of possession (RFC 9449 §7.1)
 */
record BearerToken(String value, boolean withProof) {

  static BearerToken ofHeader(HttpServletRequest request) {
    return of(request, Parameters.of(Map.of()));
  }

  static BearerToken ofHeaderOrForm(HttpServletRequest request, byte[] body) {
    var type = SentContentType.of(request);
    var isForm = type.split(";", 2)[0].strip().equalsIgnoreCase(APPLICATION_FORM_URLENCODED);
    return of(request, isForm ? FormReader.parameters(body, type) : Parameters.of(Map.of()));
  }

  private static BearerToken of(HttpServletRequest request, Parameters form) {
    Optional.ofNullable(request.getQueryString())
        .map(FormEncoding::decode)
        .ifPresent(CredentialParameters::refuseIn);
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
    var read = AuthorizationHeader.parse(header);
    if (read.carries("DPoP")) {
      return new BearerToken(read.credentials(), true);
    }
    if (!read.carries("Bearer")) {
      throw INVALID_TOKEN.because("the Authorization header must be Bearer and an access token");
    }
    return new BearerToken(read.credentials(), false);
  }

  /** Without the value, which is a credential. */
  @Override
  public String toString() {
    return "BearerToken[…]";
  }
}
