package org.sallyport.platform.http;

/** Knows a part of what the server can do; every bean of this type is asked twice a second. */
public interface MetadataSource {
  /** Adds what it knows to the metadata of RFC 8414 §2 and OpenID Connect Discovery §3. */
  void describe(Metadata metadata);
}
