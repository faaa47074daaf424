package org.sallyport.platform.image;

import java.io.Serial;

/** Why a file is not taken as a picture. */
public final class PictureRefused extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  PictureRefused(String reason) {
    super(reason, null, false, false);
  }

  /** The reason, in words of ours alone. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
