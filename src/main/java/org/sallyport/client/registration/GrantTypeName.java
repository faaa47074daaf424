package org.sallyport.client.registration;

/** A grant type that is served, which therefore a client may be registered for (RFC 7591 §2). */
public interface GrantTypeName {

  /** The value of {@code grant_type}. */
  String name();
}
