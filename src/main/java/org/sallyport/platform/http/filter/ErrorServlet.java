package org.sallyport.platform.http.filter;

import static jakarta.servlet.RequestDispatcher.ERROR_EXCEPTION;
import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.Faults;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;
import org.sallyport.platform.http.Reasons;

/** Answers whatever the server itself would answer: web.xml sends every error here. */
public class ErrorServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient ProblemResponses answers;
  @Inject transient Faults faults;
  @Inject transient ServedPaths served;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // What a server refuses by itself has passed no filter.
    served.mark(request);
    var number = CaseNumber.next();
    answers.send(request, response, problem(request, number), number);
  }

  private Problem problem(HttpServletRequest request, CaseNumber number) {
    var status = request.getAttribute(ERROR_STATUS_CODE) instanceof Integer n ? n : 404;
    var uri = String.valueOf(request.getAttribute(ERROR_REQUEST_URI));
    // Open Liberty refuses such a path itself, with an exception, before our filters see it.
    if (status >= 500 && !PathFilter.isUnambiguous(uri)) {
      return Reasons.problem(404);
    }
    if (status >= 500 && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown) {
      return faults.problem(thrown, number);
    }
    return Reasons.ofStatus(status);
  }
}
