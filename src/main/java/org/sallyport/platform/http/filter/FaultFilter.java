package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.Faults;
import org.sallyport.platform.http.ProblemResponses;

/**
 * Answers a fault that passes by itself, such as too many requests at once. A server would ask
 * {@link ErrorServlet} for the answer too, but some log a stack trace before, of which a stranger
 * could cause thousands.
 */
@Dependent
public class FaultFilter implements RequestFilter {
  @Inject Faults faults;
  @Inject ProblemResponses answers;
  @Inject HeadersFilter headers;
  @Inject AddressFilter address;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (response.isCommitted() || !faults.isPassing(e)) {
        throw e;
      }
      answer(request, response, e);
    }
  }

  // As the server would: nothing stays of what was to be answered.
  private void answer(HttpServletRequest request, HttpServletResponse response, Exception fault)
      throws IOException, ServletException {
    response.reset();
    var number = CaseNumber.next();
    var problem = faults.problem(fault, number);
    FilterChain last = (q, r) -> answers.send(request, response, problem, number);
    headers.pass(request, response, (q, r) -> address.pass(request, response, last));
  }
}
