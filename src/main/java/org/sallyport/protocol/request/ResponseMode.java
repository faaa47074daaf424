package org.sallyport.protocol.request;

import static java.util.stream.Collectors.joining;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Arrays;
import java.util.Set;

/**
 * How an authorization response travels (OAuth 2.0 Multiple Response Types §2.1, Form Post, JWT
 * Secured Authorization Response Mode §2.3).
 */
public enum ResponseMode {
  /** In the query of the redirect URI. */
  QUERY("query"),
  /** In a form that the browser posts to the redirect URI. */
  FORM_POST("form_post"),
  /** As a signed JWT, where the response type goes by default: in the query. */
  JWT("jwt"),
  /** As a signed JWT in the query. */
  QUERY_JWT("query.jwt"),
  /** As a signed JWT in the fragment. */
  FRAGMENT_JWT("fragment.jwt"),
  /** As a signed JWT in a form that is posted. */
  FORM_POST_JWT("form_post.jwt");

  /** Those that sign nothing. */
  public static final Set<ResponseMode> PLAIN = Set.of(QUERY, FORM_POST);

  private final String value;

  ResponseMode(String value) {
    this.value = value;
  }

  /** The mode of this name; refuses any other. */
  public static ResponseMode parse(String value) {
    return Arrays.stream(values())
        .filter(m -> m.value().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                INVALID_REQUEST.because(
                    "response_mode must be one of "
                        + Arrays.stream(values()).map(ResponseMode::value).collect(joining(", "))));
  }

  /** The value on the wire. */
  public String value() {
    return value;
  }

  /** Whether all of the answer is in one signed JWT. */
  public boolean isSigned() {
    return !PLAIN.contains(this);
  }

  /** Whether the browser posts it. */
  public boolean isForm() {
    return this == FORM_POST || this == FORM_POST_JWT;
  }

  /** Whether it stands behind a number sign, where no server sees it. */
  public boolean isFragment() {
    return this == FRAGMENT_JWT;
  }
}
