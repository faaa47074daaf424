package org.sallyport.platform.http.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request whose Accept header is malformed, as one that accepts anything: some servers refuse it
 * before an endpoint is asked (RFC 9110 §12.5.1).
 */
final class ReadableAccept extends HttpServletRequestWrapper {
  private static final String NAME = "Accept";
  private static final String ANYTHING = "*/*";
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
  private static final Pattern MEDIA_RANGE =
      Pattern.compile(
          TOKEN
              + "/"
              + TOKEN
              + "(?:\\s*+;\\s*+(?:q=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)|(?!q=)"
              + TOKEN
              + "=(?:"
              + TOKEN
              + "|\"[^\"]*+\")))*+");

  private ReadableAccept(HttpServletRequest request) {
    super(request);
  }

  /** The request itself, if what it accepts is well formed. */
  static HttpServletRequest of(HttpServletRequest request) {
    var values = Collections.list(request.getHeaders(NAME));
    return values.stream().allMatch(ReadableAccept::isWellFormed)
        ? request
        : new ReadableAccept(request);
  }

  static boolean isWellFormed(String accept) {
    return accept.equals(ANYTHING)
        || List.of(accept.split(",", -1)).stream()
            .allMatch(range -> MEDIA_RANGE.matcher(range.strip()).matches());
  }

  @Override
  public String getHeader(String name) {
    return name.equalsIgnoreCase(NAME) ? ANYTHING : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(NAME)
        ? Collections.enumeration(List.of(ANYTHING))
        : super.getHeaders(name);
  }
}
