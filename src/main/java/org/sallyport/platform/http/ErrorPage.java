package org.sallyport.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** The one error page: what happened, who can mend it, the case number, one thing to do. */
@ApplicationScoped
public class ErrorPage {
  @Inject Languages languages;
  @Inject Clock clock;

  /** The page as the answer of a JAX-RS endpoint. */
  public Response.ResponseBuilder response(
      HttpServletRequest request, int status, PageError error) {
    return HtmlResponse.of(status, html(request, error));
  }

  /** The page as the answer of anything else; a Faces page then says {@code responseComplete()}. */
  public void send(
      HttpServletRequest request, HttpServletResponse response, int status, PageError error)
      throws IOException {
    HtmlResponse.write(response, status, html(request, error));
  }

  private String html(HttpServletRequest request, PageError error) {
    var texts = new Texts(languages.choose(request, Optional.empty()));
    var title = texts.text(error.key() + ".title");
    return PageFrame.around(
        texts, request.getContextPath(), new PageFrame.Body(title, "", main(texts, error)));
  }

  String main(Texts texts, PageError error) {
    return "<h1>%s</h1>\n<p>%s</p>\n<p>%s</p>\n%s%s<p class=\"quiet small\">%s</p>"
        .formatted(
            escaped(texts, error.key() + ".title"),
            escaped(texts, error.key() + ".text"),
            escaped(texts, error.key() + ".remedy"),
            error.action().map(a -> action(texts, a)).orElse(""),
            error.refusal().map(r -> technical(texts, r.error().code(), r.reason())).orElse(""),
            Html.escape(texts.caseLine(error.number(), clock.instant())));
  }

  private static String action(Texts texts, PageError.Action action) {
    return "<p><a class=\"button\" href=\"%s\">%s</a></p>\n"
        .formatted(Html.escape(action.address()), escaped(texts, action.key()));
  }

  private static String technical(Texts texts, String error, String reason) {
    return """
        <details><summary>%s</summary>
        <p dir="ltr" lang="en"><code>%s</code>: %s</p></details>
        """
        .formatted(escaped(texts, "error.details"), Html.escape(error), Html.escape(reason));
  }

  private static String escaped(Texts texts, String key, Object... values) {
    return Html.escape(texts.text(key, values));
  }
}
