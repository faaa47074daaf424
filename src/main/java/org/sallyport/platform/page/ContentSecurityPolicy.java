package org.sallyport.platform.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser may load into our pages, and where their forms may lead (CSP Level 3). */
public final class ContentSecurityPolicy {
  /** The name of the header. */
  public static final String HEADER = "Content-Security-Policy";

  /** The policy of every page that does not say otherwise. */
  public static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  static final String OF_FORM_POST =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
          + "frame-ancestors 'none'; base-uri 'none'";

  private static final String OWN_FORMS = "form-action 'self'";
  private static final Pattern SOURCE =
      Pattern.compile("[a-z][a-z0-9+.-]*:(//[A-Za-z0-9.-]+(:[0-9]{1,5})?)?");

  private ContentSecurityPolicy() {}

  /**
   * Lets the one form of the page that posts to a client lead anywhere: the client may send the
   * browser on to wherever it likes, and browsers check that too. That page asks for nothing.
   */
  public static void allowAnyFormAction(HttpServletResponse response) {
    response.setHeader(HEADER, OF_FORM_POST);
  }

  /**
   * Lets a form of this one page lead on to a validated target, for browsers that check the
   * redirects after a POST but send no Fetch Metadata.
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
