package org.sallyport.grant;

/** What became of a refresh token that was presented. */
public sealed interface RefreshTokenRotation {

  /** It was the newest; this generation is its successor. */
  record Rotated(int generation) implements RefreshTokenRotation {}

  /** It was just rotated, so this is a retry: the same successor again, and nothing changed. */
  record Repeated(int generation) implements RefreshTokenRotation {}

  /** It was rotated long ago, so two parties hold it: the grant has to end (RFC 9700 §4.14.2). */
  record Reused() implements RefreshTokenRotation {}

  /** Its grant is over: ended, expired, or never redeemed. */
  record Over() implements RefreshTokenRotation {}
}
