package org.sallyport.platform.http.body;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/**
 * The Content-Type of a request as it was sent. To {@code getContentType()} and {@code getHeader()}
 * some servers answer with the encoding that web.xml names, whatever was sent.
 */
public final class SentContentType {
  private SentContentType() {}

  /** The value of the header; empty if there is none. */
  public static String of(HttpServletRequest request) {
    return String.join("; ", Collections.list(request.getHeaders("Content-Type")));
  }
}
