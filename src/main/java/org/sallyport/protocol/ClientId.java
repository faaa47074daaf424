package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

/** Names a client: 1 to 247 printable ASCII characters (RFC 6749 §2.2, Appendix A.1). */
public record ClientId(String value) {
  public ClientId {
    if (!Ascii.visible(value, 1, 247)) {
      throw INVALID_REQUEST.because("client_id must be 1 to 247 printable ASCII characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
