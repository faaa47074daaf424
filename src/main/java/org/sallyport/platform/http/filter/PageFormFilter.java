package org.sallyport.platform.http.filter;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Faults;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;
import org.sallyport.platform.http.Reasons;
import org.sallyport.platform.http.RequestPath;
import org.sallyport.platform.http.Surface;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.platform.page.ErrorPage;
import org.sallyport.platform.page.PageError;

/**
 * Has the server read the form of a page in its turn, and refuses what no form of ours sends: one
 * that a page of another origin posted, one by another method than POST or in the query, one that
 * cannot be read, and the state of a view that none of our pages has. JAX-RS reads its forms by
 * itself.
 */
@Dependent
public class PageFormFilter implements RequestFilter {
  // None is a person's own doing, such as sending a form again after a restart of the browser.
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  @Inject Settings settings;
  @Inject RequestBodies bodies;
  @Inject ProblemResponses answers;
  @Inject ErrorPage page;
  @Inject Audit audit;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = RequestPath.of(request);
    if (Surface.of(request) == Surface.JSON || Surface.isFrontChannel(request)) {
      chain.doFilter(new ResourceRequest(request), response);
      return;
    }
    if (isPost(request) && isForeign(request, settings.identity().origin())) {
      refuseForeign(request, response, path);
      return;
    }
    var problem = problem(request);
    if (problem.isPresent()) {
      answers.send(request, response, problem.get());
      return;
    }
    RequestBodies.markFormRead(request);
    chain.doFilter(new PageRequest(request), response);
  }

  // Fetch §3.2, Fetch Metadata §2.1: pages cannot set these headers, and browsers that send neither
  // are told from others by the hidden field alone. A form whose origin is hidden is ours only if
  // the browser says so in the other header.
  static boolean isForeign(HttpServletRequest request, String ours) {
    var sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
    var hidden = sites.isEmpty() ? Set.of(ours) : Set.of(ours, "null");
    return !OWN_SITES.containsAll(sites)
        || !hidden.containsAll(Collections.list(request.getHeaders("Origin")));
  }

  private Optional<Problem> problem(HttpServletRequest request) {
    if (isPost(request) && request.getQueryString() != null) {
      return Optional.of(Problem.of(400, "send a form's fields in its body"));
    }
    return bodies.inTurn(() -> unreadable(request)).or(() -> foreignState(request));
  }

  // Servers tell by an exception of a client that has left, and of a form that is malformed.
  private static Optional<Problem> unreadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return Optional.empty();
    } catch (RuntimeException e) {
      var left = Faults.causes(e).anyMatch(IOException.class::isInstance);
      return Optional.of(Reasons.problem(left ? 408 : 400));
    }
  }

  private static Optional<Problem> foreignState(HttpServletRequest request) {
    return hasForeignState(request)
        ? Optional.of(Problem.of(400, "this is no form of this server"))
        : Optional.empty();
  }

  // Every view of ours is stateless; Faces would try to decode whatever else is sent, and take a
  // request for a form by its parameters alone, whatever its method.
  private static boolean hasForeignState(HttpServletRequest request) {
    var states = request.getParameterValues("jakarta.faces.ViewState");
    return states != null
        && !(isPost(request) && Arrays.equals(states, new String[] {"stateless"}));
  }

  private static boolean isPost(HttpServletRequest request) {
    return "POST".equals(request.getMethod());
  }

  private void refuseForeign(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    var number = CaseNumber.next();
    var refusal = INVALID_REQUEST.because("Origin or Sec-Fetch-Site is of another site's form");
    audit.recordShown(
        new RequestRefused(
            number, path, refusal.error().code(), refusal.logged(), Optional.empty()));
    var error = PageError.of("error.foreign", number).because(refusal);
    page.send(request, response, HttpServletResponse.SC_FORBIDDEN, error);
  }
}
