package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;

/** The endpoint that a request is for, as the first filter found it; a page has none. */
public final class RequestedEndpoint {
  /** Stands at a request for an endpoint. */
  public static final String FOUND = RequestedEndpoint.class.getName();

  private RequestedEndpoint() {}

  /** Keeps with the request which endpoint it is for. */
  public static void keep(HttpServletRequest request, Endpoint endpoint) {
    request.setAttribute(FOUND, endpoint);
  }

  /** Whether the request is for an endpoint that has this trait. */
  public static boolean has(HttpServletRequest request, Predicate<Endpoint> trait) {
    return request.getAttribute(FOUND) instanceof Endpoint endpoint && trait.test(endpoint);
  }
}
