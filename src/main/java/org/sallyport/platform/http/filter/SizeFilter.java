package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;
import org.sallyport.platform.http.Surface;
import org.sallyport.platform.http.body.BodyCharset;
import org.sallyport.platform.http.body.FormReader;
import org.sallyport.platform.http.body.MediaTypes;
import org.sallyport.platform.http.body.SentContentType;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.CredentialParameters;
import org.sallyport.protocol.request.FormEncoding;

/**
 * Refuses a query or body that is too long, malformed, or not UTF-8, before anything reads it; and
 * credentials in a query.
 */
@Dependent
public class SizeFilter implements RequestFilter {
  private static final int LONGEST_QUERY = 16_384;

  @Inject ProblemResponses answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var problem = query(request.getQueryString()).or(() -> body(request));
    if (problem.isPresent()) {
      answers.send(request, response, problem.get());
      return;
    }
    chain.doFilter(ReadableAccept.of(request), response);
  }

  static Optional<Problem> query(@Nullable String query) {
    if (query == null) {
      return Optional.empty();
    }
    if (query.length() > LONGEST_QUERY) {
      return Optional.of(
          Problem.of(414, "the query is longer than " + LONGEST_QUERY + " bytes; use POST"));
    }
    try {
      CredentialParameters.refuseIn(FormEncoding.decode(query));
      return Optional.empty();
    } catch (OAuthException e) {
      return Optional.of(Problem.of(e));
    }
  }

  static Optional<Problem> body(HttpServletRequest request) {
    if (request.getContentLengthLong() > FormReader.LONGEST) {
      return Optional.of(
          Problem.of(413, "the body is longer than " + FormReader.LONGEST + " bytes"));
    }
    // The server itself reads the forms of pages, so how much that is must be known before.
    if (Surface.of(request) == Surface.PAGE && request.getHeader("Transfer-Encoding") != null) {
      return Optional.of(Problem.of(411, "send the body with a Content-Length"));
    }
    if (!isRead(BodyCharset.of(SentContentType.of(request)), request)) {
      return Optional.of(
          Problem.of(415, "the Content-Type names another charset: send the body in UTF-8"));
    }
    // JAX-RS is not shown what it cannot parse, and would take the body for one without a type.
    return "GET".equals(request.getMethod()) || hasReadableType(request)
        ? Optional.empty()
        : Optional.of(Problem.of(415, "the Content-Type is malformed"));
  }

  private static boolean hasReadableType(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Content-Type")).stream()
        .allMatch(type -> type.isBlank() || MediaTypes.isOne(type));
  }

  // The forms of pages are read by the server, which would go by the charset that they name.
  private static boolean isRead(BodyCharset charset, HttpServletRequest request) {
    return charset.isUtf8() || (charset.hasAscii() && isReadByUs(request));
  }

  private static boolean isReadByUs(HttpServletRequest request) {
    return Surface.of(request) == Surface.JSON || Surface.isFrontChannel(request);
  }
}
