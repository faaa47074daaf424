package org.sallyport.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.platform.crypto.Secrets;

/** Tells one browser from another by a random cookie, signed in or not. */
@ApplicationScoped
public class Browser {
  private static final String COOKIE = "browser";
  private static final String FRESH = Browser.class.getName();
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  @Inject Cookies cookies;

  /** The browser's random name, if it has one. */
  public Optional<String> known(HttpServletRequest request) {
    return cookies.read(request, COOKIE).filter(v -> TOKEN.matcher(v).matches());
  }

  /** The browser's random name, given now if it has none. */
  public String known(HttpServletRequest request, HttpServletResponse response) {
    return known(request).orElseGet(() -> fresh(request, response));
  }

  // A page with two forms asks twice and must give one name.
  private String fresh(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(FRESH) instanceof String name) {
      return name;
    }
    var name = Secrets.token();
    request.setAttribute(FRESH, name);
    cookies.set(response, COOKIE, name, Optional.empty());
    return name;
  }
}
