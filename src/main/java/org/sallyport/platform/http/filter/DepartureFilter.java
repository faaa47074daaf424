package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.http.Faults;
import org.sallyport.platform.http.ProblemResponses;
import org.sallyport.platform.http.Reasons;

/**
 * A client that leaves is no fault of the server: a body that does not come whole is refused, an
 * answer that nobody takes is dropped, and neither costs a stack trace in the server's log.
 */
@Dependent
public class DepartureFilter implements RequestFilter {
  @Inject ProblemResponses answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var departure =
        new Departure((to, status) -> answers.send(request, to, Reasons.ofStatus(status)));
    try {
      chain.doFilter(departure.watch(request), departure.watch(response));
    } catch (IOException | ServletException | RuntimeException e) {
      if (!departure.happened() || Faults.causes(e).noneMatch(IOException.class::isInstance)) {
        throw e;
      }
      if (!response.isCommitted()) {
        response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
      }
    }
  }
}
