package org.sallyport.platform.http.filter;

/** Knows the origins that scripts may call the JSON endpoints from (RFC 9700 §2.6). */
public interface AllowedOrigins {
  /**
   * Whether a client is registered with this origin, {@code https://a.example}, or with an address
   * of it.
   */
  boolean allows(String origin);
}
