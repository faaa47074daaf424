package org.sallyport.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.platform.crypto.Purpose.CSRF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.ServerMac;

/** Binds our forms to the browser they were shown in (RFC 6749 §10.12). */
@ApplicationScoped
public class Csrf {
  @Inject Browser browser;
  @Inject ServerMac secrets;

  /**
   * The value of the hidden field {@code csrf}. A page asks before it is rendered, since it may
   * give the browser a cookie: Open Liberty sends the headers before a page of ours is complete.
   */
  public String token(HttpServletRequest request, HttpServletResponse response) {
    var code = secrets.mac(CSRF, browser.known(request, response).getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  /** Whether the field was submitted by the browser that it was shown in. */
  public boolean matches(HttpServletRequest request, @Nullable String submitted) {
    return browser
        .known(request)
        .flatMap(name -> decoded(submitted).map(c -> secrets.verify(CSRF, name.getBytes(UTF_8), c)))
        .orElse(false);
  }

  private static Optional<byte[]> decoded(@Nullable String submitted) {
    try {
      return Optional.ofNullable(submitted).map(Base64.getUrlDecoder()::decode);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
