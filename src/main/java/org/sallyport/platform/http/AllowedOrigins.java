package org.sallyport.platform.http;

/** Knows the origins that scripts may call the JSON endpoints from (RFC 9700 §2.6). */
public interface AllowedOrigins {
  /**
   * Whether a client is registered with a redirect URI of this origin, {@code https://a.example}.
   */
  boolean allows(String origin);
}
