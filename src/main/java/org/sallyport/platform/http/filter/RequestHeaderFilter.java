package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;

/**
 * Refuses control characters in the headers of a request, whatever the server lets pass. All other
 * bytes are opaque, the non-ASCII ones too (RFC 9110 §5.5).
 */
@Dependent
public class RequestHeaderFilter implements RequestFilter {
  @Inject ProblemResponses answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (hasControlCharacter(request)) {
      answers.send(request, response, Problem.of(400, "a header has a control character"));
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean hasControlCharacter(HttpServletRequest request) {
    var names = request.getHeaderNames();
    while (names.hasMoreElements()) {
      var name = names.nextElement();
      var values = request.getHeaders(name);
      while (values.hasMoreElements()) {
        if (hasControlCharacter(values.nextElement())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether there is a control character other than the tab in a value. */
  static boolean hasControlCharacter(String value) {
    // Without a stream, since this looks at every character of every request's headers.
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        return true;
      }
    }
    return false;
  }
}
