package org.sallyport.client;

/** A grant type that is served, which therefore a client may be registered for (RFC 7591 §2). */
public interface GrantTypeName {

  /** The value of {@code grant_type}. */
  String name();
}
