package org.sallyport.grant;

/** Why a grant ended before its time. */
public enum EndReason {
  /** Its code came a second time (RFC 6749 §4.1.2). */
  CODE_REPLAYED,
  /** One of its refresh tokens came again after its successor was out (RFC 9700 §4.14.2). */
  REFRESH_TOKEN_REUSED,
  /** The client revoked it (RFC 7009). */
  REVOKED,
  /** The single sign-on session that it hung on ended. */
  SESSION_ENDED,
  /** The person took the consent back. */
  CONSENT_WITHDRAWN,
  /** The person's credentials changed, or the account was disabled. */
  ACCOUNT_CHANGED,
  /** One that only a newer version knows. */
  ANOTHER
}
