package org.sallyport.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has the server read the form of a page in its turn; JAX-RS reads its forms by itself. */
public class PageFormFilter implements Step {
  @Inject Bodies bodies;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = RequestPath.of(request);
    if ("POST".equals(request.getMethod())
        && Surface.ofPath(path) == Surface.PAGE
        && !Surface.isFrontChannel(path)) {
      bodies.inTurn(request::getParameterMap);
    }
    chain.doFilter(request, response);
  }
}
