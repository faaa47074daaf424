package org.sallyport.protocol;

/** An error code of the specifications, with the HTTP status it has at a JSON endpoint. */
public enum OAuthError {
  /** RFC 6749 §4.1.2.1, §5.2. */
  INVALID_REQUEST("invalid_request", 400),
  /** RFC 6749 §5.2. */
  INVALID_CLIENT("invalid_client", 401),
  /** RFC 6749 §5.2. */
  INVALID_GRANT("invalid_grant", 400),
  /** RFC 6749 §4.1.2.1, §5.2. */
  UNAUTHORIZED_CLIENT("unauthorized_client", 400),
  /** RFC 6749 §5.2. */
  UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400),
  /** RFC 6749 §4.1.2.1. */
  UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type", 400),
  /** RFC 6749 §4.1.2.1, §5.2. */
  INVALID_SCOPE("invalid_scope", 400),
  /** RFC 6749 §4.1.2.1. */
  ACCESS_DENIED("access_denied", 403),
  /** RFC 6749 §4.1.2.1. */
  SERVER_ERROR("server_error", 500),
  /** RFC 6749 §4.1.2.1; at the JSON endpoints it names a passing fault, with Retry-After. */
  TEMPORARILY_UNAVAILABLE("temporarily_unavailable", 503),
  /** RFC 6585 §4; under the name that RFC 6749 §4.1.2.1 has for it. */
  TOO_MANY_REQUESTS("temporarily_unavailable", 429),
  /** RFC 8707 §2. */
  INVALID_TARGET("invalid_target", 400),
  /** RFC 9396 §5, §14.6. */
  INVALID_AUTHORIZATION_DETAILS("invalid_authorization_details", 400),
  /** RFC 7009 §2.2.1. */
  UNSUPPORTED_TOKEN_TYPE("unsupported_token_type", 400),
  /** RFC 6750 §3.1. */
  INVALID_TOKEN("invalid_token", 401),
  /** RFC 9449 §5. */
  INVALID_DPOP_PROOF("invalid_dpop_proof", 400),
  /** RFC 9449 §8. */
  USE_DPOP_NONCE("use_dpop_nonce", 400),
  /** RFC 6750 §3.1. */
  INSUFFICIENT_SCOPE("insufficient_scope", 403),
  /** OpenID Connect Core §3.1.2.6. */
  LOGIN_REQUIRED("login_required", 400),
  /** OpenID Connect Core §3.1.2.6. */
  CONSENT_REQUIRED("consent_required", 400),
  /** OpenID Connect Core Error Code unmet_authentication_requirements 1.0 §3. */
  UNMET_AUTHENTICATION_REQUIREMENTS("unmet_authentication_requirements", 400),
  /** OpenID Connect Core §3.1.2.6. */
  INTERACTION_REQUIRED("interaction_required", 400),
  /** OpenID Connect Core §3.1.2.6. */
  ACCOUNT_SELECTION_REQUIRED("account_selection_required", 400),
  /** OpenID Connect Core §3.1.2.6. */
  REQUEST_NOT_SUPPORTED("request_not_supported", 400),
  /** OpenID Connect Core §3.1.2.6. */
  REQUEST_URI_NOT_SUPPORTED("request_uri_not_supported", 400),
  /** OpenID Connect Core §3.1.2.6, RFC 9101 §7. */
  INVALID_REQUEST_URI("invalid_request_uri", 400),
  /** OpenID Connect Core §3.1.2.6, RFC 9101 §7. */
  INVALID_REQUEST_OBJECT("invalid_request_object", 400),
  /** OpenID Connect Core §3.1.2.6. */
  REGISTRATION_NOT_SUPPORTED("registration_not_supported", 400),
  /** RFC 7591 §3.2.2. */
  INVALID_REDIRECT_URI("invalid_redirect_uri", 400),
  /** RFC 7591 §3.2.2. */
  INVALID_CLIENT_METADATA("invalid_client_metadata", 400);

  private final String code;
  private final int status;

  OAuthError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** The code as it stands on the wire, such as {@code invalid_grant}. */
  public String code() {
    return code;
  }

  /** The HTTP status of this error where it is answered as JSON. */
  public int status() {
    return status;
  }

  /**
   * The refusal to throw.
   *
   * @param reason what the client's developer should change; no secret, no personal data
   */
  public OAuthException because(String reason) {
    return new OAuthException(this, reason);
  }
}
