package org.sallyport.protocol;

/**
 * Names a person or, in a token that no person stands behind, a client (OpenID Connect Core §2).
 *
 * <p>The two can never be equal: a client's begins with {@code client:}, a person's never does (RFC
 * 9700 §4.15).
 */
public record Subject(String value) {
  private static final String CLIENT = "client:";

  public Subject {
    if (!Ascii.visible(value, 1, 255)) {
      throw new IllegalArgumentException("a subject is 1 to 255 printable ASCII characters");
    }
  }

  /** The subject of a person; refuses one that could be taken for a client's. */
  public static Subject ofPerson(String value) {
    if (value.startsWith(CLIENT)) {
      throw new IllegalArgumentException("a person's subject must not begin with " + CLIENT);
    }
    return new Subject(value);
  }

  /** The subject of a token that a client got for itself (RFC 9068 §2.2). */
  public static Subject of(ClientId client) {
    return new Subject(CLIENT + client.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
