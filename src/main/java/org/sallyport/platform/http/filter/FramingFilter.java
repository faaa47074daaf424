package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;

/**
 * Refuses a request whose end two readers could see in different places (RFC 9112 §6.3), and closes
 * its connection, so that nothing after it counts as the next request.
 *
 * <p>Some servers hide here what was wrong: a Content-Length beside chunks, or one that is no
 * number, and all of them how the chunks were written. So the connection is also closed after every
 * body that does not come with one Content-Length.
 */
@Dependent
public class FramingFilter implements RequestFilter {
  private static final String LENGTH = "Content-Length";
  private static final String ENCODING = "Transfer-Encoding";
  private static final Pattern NUMBER = Pattern.compile("[ \t]*[0-9]{1,18}[ \t]*");
  private static final Pattern CHUNKED = Pattern.compile("(?i)[ \t]*chunked[ \t]*");
  // A server that does not refuse a space before the colon takes it for a part of the name.
  private static final List<String> MISSPELT =
      List.of(LENGTH + " ", LENGTH + "\t", ENCODING + " ", ENCODING + "\t");
  private static final Set<String> KEEPING =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  @Inject ProblemResponses answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var problem = problem(request);
    if (problem.isPresent()) {
      var refusal = Problem.of(400, problem.get()).with("Connection", "close");
      answers.send(request, response, refusal);
      return;
    }
    if (!isPlain(request)) {
      response.setHeader("Connection", "close");
    }
    chain.doFilter(
        request.getHeader("Upgrade") == null ? request : new PlainRequest(request), response);
  }

  static Optional<String> problem(HttpServletRequest request) {
    for (var name : MISSPELT) {
      if (request.getHeader(name) != null) {
        return Optional.of("there must not be a space before the colon of a header");
      }
    }
    var lengths = Collections.list(request.getHeaders(LENGTH));
    var encodings = Collections.list(request.getHeaders(ENCODING));
    return encodings.isEmpty() ? ofLengths(lengths) : ofEncodings(encodings, lengths, request);
  }

  static boolean isPlain(HttpServletRequest request) {
    // Of TRACE and CONNECT a server may leave the body where the next request would begin.
    if (!KEEPING.contains(request.getMethod())) {
      return false;
    }
    var bare = request.getHeader(ENCODING) == null && !WITH_BODY.contains(request.getMethod());
    return bare || request.getHeader(LENGTH) != null;
  }

  private static Optional<String> ofLengths(List<String> lengths) {
    if (lengths.size() > 1) {
      return Optional.of("there must not be two Content-Length headers");
    }
    return lengths.stream().allMatch(length -> NUMBER.matcher(length).matches())
        ? Optional.empty()
        : Optional.of("Content-Length must be one number");
  }

  private static Optional<String> ofEncodings(
      List<String> encodings, List<String> lengths, HttpServletRequest request) {
    if (!lengths.isEmpty()) {
      return Optional.of("there must not be a Content-Length beside Transfer-Encoding");
    }
    // What a server does not know it may take for no body at all, and a proxy before it for one.
    if (encodings.size() > 1 || !CHUNKED.matcher(encodings.get(0)).matches()) {
      return Optional.of("Transfer-Encoding must be chunked, once, or left out");
    }
    return "HTTP/1.0".equals(request.getProtocol())
        ? Optional.of("HTTP/1.0 has no Transfer-Encoding")
        : Optional.empty();
  }
}
