package org.sallyport.client.metadata;

import org.sallyport.platform.config.ConfigValue;

/** Whether a client has to send a code challenge (OAuth 2.1 §4.1.1, RFC 9700 §2.1.1). */
public enum PkcePolicy {
  /** Always; the only policy of a public client. */
  REQUIRED,
  /** An OpenID Connect request may carry a nonce instead. */
  NONCE_INSTEAD,
  /** Not at all: a legacy client, marked as such wherever clients are shown. */
  OPTIONAL;

  /** The policy written as {@code require_pkce}: true, "nonce" or false; true if absent. */
  static PkcePolicy read(ConfigValue client) {
    return client.child("require_pkce").map(PkcePolicy::of).orElse(REQUIRED);
  }

  private static PkcePolicy of(ConfigValue value) {
    return switch (value.json().toString()) {
      case "true" -> REQUIRED;
      case "\"nonce\"" -> NONCE_INSTEAD;
      case "false" -> OPTIONAL;
      default -> throw value.wrong("is none of true, \"nonce\" and false", "write one of them");
    };
  }
}
