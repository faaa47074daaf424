package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser may load into our pages, and where their forms may lead (CSP Level 3). */
public final class ContentSecurityPolicy {
  static final String HEADER = "Content-Security-Policy";
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final String OWN_FORMS = "form-action 'self'";
  private static final Pattern SOURCE =
      Pattern.compile("[a-z][a-z0-9+.-]*:(//[A-Za-z0-9.-]+(:[0-9]{1,5})?)?");

  private ContentSecurityPolicy() {}

  /**
   * Lets a form of this one page lead on to a validated target: Chromium checks the redirects after
   * a POST too.
   *
   * @param source an origin, or a scheme such as {@code com.example.app:}
   */
  public static void allowFormAction(HttpServletResponse response, String source) {
    response.setHeader(
        HEADER, allowing(Optional.ofNullable(response.getHeader(HEADER)).orElse(POLICY), source));
  }

  static String allowing(String policy, String source) {
    // The literal [::1] is no host in CSP's grammar, so only its scheme can be named.
    var named = source.startsWith("http://[") ? "http:" : source;
    if (!SOURCE.matcher(named).matches()) {
      throw new IllegalArgumentException("neither an origin nor a scheme: " + source);
    }
    return policy.replace(OWN_FORMS, OWN_FORMS + " " + named);
  }
}
