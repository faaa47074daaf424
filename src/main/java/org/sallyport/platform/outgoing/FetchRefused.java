package org.sallyport.platform.outgoing;

import java.io.IOException;
import java.io.Serial;

/** Why another host was not asked, or gave nothing of use; for the operators, not for clients. */
public final class FetchRefused extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  FetchRefused(String reason) {
    super(reason);
  }
}
