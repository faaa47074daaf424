package org.sallyport.protocol;

/** The public name of a single sign-on session, the {@code sid} claim; no secret. */
public record SessionId(String value) {
  public SessionId {
    if (!Ascii.visible(value, 1, 64)) {
      throw new IllegalArgumentException("a session id is 1 to 64 printable ASCII characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
