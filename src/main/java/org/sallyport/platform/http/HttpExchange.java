package org.sallyport.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request and its answer to be, as the filters pass them on. */
public record HttpExchange(HttpServletRequest request, HttpServletResponse response) {
  private static final ThreadLocal<@Nullable HttpExchange> CURRENT = new ThreadLocal<>();

  /**
   * What the running thread serves; refuses threads that serve no request. Endpoints that are asked
   * most take it from here: Jersey makes objects of its own for each {@code @Context} parameter.
   */
  public static HttpExchange current() {
    var current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException("this thread serves no request");
    }
    return current;
  }

  /** Passes it on, and is the current one until that is done. */
  public void passTo(FilterChain next) throws IOException, ServletException {
    var before = CURRENT.get();
    CURRENT.set(this);
    try {
      next.doFilter(request, response);
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
