package org.sallyport.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.sallyport.platform.config.Settings;

/**
 * Our cookies: {@code __Host-}, Secure, HttpOnly and SameSite=Lax; without prefix and Secure only
 * where the issuer is http on this very machine (RFC 6265bis §4.1.3).
 */
@ApplicationScoped
public class Cookies {
  @Inject Settings settings;

  /** The value of our cookie; empty if there is none, or two that differ. */
  public Optional<String> read(HttpServletRequest request, String name) {
    var cookies = Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]);
    var values =
        Arrays.stream(cookies)
            .filter(c -> c.getName().equals(fullName(name)))
            .map(Cookie::getValue)
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Sets our cookie for this long, or until the browser is closed. */
  public void set(
      HttpServletResponse response, String name, String value, Optional<Duration> lifetime) {
    if (!value.matches("[A-Za-z0-9._~-]{1,3000}")) {
      throw new IllegalArgumentException("a cookie's value is up to 3000 of A-Z a-z 0-9 . _ ~ -");
    }
    response.addHeader("Set-Cookie", line(name, value, lifetime));
  }

  /** Removes our cookie. */
  public void clear(HttpServletResponse response, String name) {
    response.addHeader("Set-Cookie", line(name, "", Optional.of(Duration.ZERO)));
  }

  private String line(String name, String value, Optional<Duration> lifetime) {
    return fullName(name)
        + "="
        + value
        + "; Path="
        + path()
        + lifetime.map(d -> "; Max-Age=" + d.toSeconds()).orElse("")
        + (secure() ? "; Secure" : "")
        + "; HttpOnly; SameSite=Lax";
  }

  // Two deployments on one host must not share a name; __Host- demands the path /.
  private String fullName(String name) {
    var deployment = settings.identity().path().replace('/', '-').replace('~', '-');
    return (secure() ? "__Host-sallyport" : "sallyport") + deployment + "-" + name;
  }

  private String path() {
    return secure() || settings.identity().path().isEmpty() ? "/" : settings.identity().path();
  }

  private boolean secure() {
    return settings.identity().secure();
  }
}
