package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.Faults;
import org.sallyport.platform.http.ProblemResponses;

/**
 * Answers a fault that passes by itself, such as too many requests at once. A server would ask
 * {@link ErrorServlet} for the answer too, but some log a stack trace before, of which a stranger
 * could cause thousands.
 */
@Dependent
public class FaultFilter {
  @Inject Faults faults;
  @Inject ProblemResponses answers;

  /**
   * The filter.
   *
   * @param filters leads an answer through those filters that the answer to an error passes
   */
  RequestFilter answeringThrough(UnaryOperator<FilterChain> filters) {
    return (request, response, chain) -> {
      try {
        chain.doFilter(request, response);
      } catch (ServletException | RuntimeException e) {
        if (response.isCommitted() || !faults.isPassing(e)) {
          throw e;
        }
        // As the server would: nothing stays of what was to be answered.
        response.reset();
        filters.apply(answer(e)).doFilter(request, response);
      }
    };
  }

  private FilterChain answer(Exception fault) {
    return (request, response) -> {
      var number = CaseNumber.next();
      var problem = faults.problem(fault, number);
      answers.send((HttpServletRequest) request, (HttpServletResponse) response, problem, number);
    };
  }
}
