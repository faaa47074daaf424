package org.sallyport.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * Has the server read the form of a page in its turn, and refuses the state of a view that none of
 * our pages has; JAX-RS reads its forms by itself.
 */
public class PageFormFilter implements Step {
  @Inject Bodies bodies;
  @Inject Answers answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = RequestPath.of(request);
    if (Surface.ofPath(path) == Surface.PAGE && !Surface.isFrontChannel(path)) {
      bodies.inTurn(request::getParameterMap);
      if (hasForeignState(request)) {
        answers.send(request, response, Problem.of(400, "this is no form of this server"));
        return;
      }
    }
    chain.doFilter(request, response);
  }

  // Every view of ours is stateless; Faces would try to decode whatever else is sent.
  private static boolean hasForeignState(HttpServletRequest request) {
    var states = request.getParameterValues("jakarta.faces.ViewState");
    return states != null && !Arrays.equals(states, new String[] {"stateless"});
  }
}
