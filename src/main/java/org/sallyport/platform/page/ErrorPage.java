package org.sallyport.platform.page;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.platform.page.ApplicationContacts.Contact;

/** The one error page: what happened, who can help, the case number, one thing to do. */
@ApplicationScoped
public class ErrorPage {
  // By the header alone, no-referrer, its form would not say where it comes from.
  private static final String HEAD = "<meta name=\"referrer\" content=\"same-origin\">\n";

  @Inject Languages languages;
  @Inject SealedErrors sealed;
  @Inject ApplicationContacts contacts;
  @Inject Clock clock;

  /** The page as the answer of a JAX-RS endpoint. */
  public Response.ResponseBuilder response(
      HttpServletRequest request, int status, PageError error) {
    return HtmlResponse.of(status, html(request, now(status, error)));
  }

  /** The page as the answer of anything else; a Faces page then says {@code responseComplete()}. */
  public void send(
      HttpServletRequest request, HttpServletResponse response, int status, PageError error)
      throws IOException {
    send(request, response, now(status, error));
  }

  /** The page of an error, shown before or for the first time. */
  public void send(HttpServletRequest request, HttpServletResponse response, ShownError shown)
      throws IOException {
    HtmlResponse.write(response, shown.status(), html(request, shown));
  }

  private ShownError now(int status, PageError error) {
    return new ShownError(status, error, clock.instant());
  }

  private String html(HttpServletRequest request, ShownError shown) {
    var texts = languages.texts(request);
    var context = request.getContextPath();
    var footer = sealed.seal(shown).map(page -> LanguageForm.of(texts, context, page)).orElse("");
    var title = texts.text(shown.error().key() + ".title");
    return PageFrame.around(
        texts, context, new PageFrame.Body(title, HEAD, main(texts, shown), footer));
  }

  String main(Texts texts, ShownError shown) {
    var error = shown.error();
    var contact = error.client().flatMap(client -> contacts.of(client, texts.locale()));
    return "<h1>%s</h1>\n<p>%s</p>\n<p>%s</p>\n%s%s%s<p class=\"quiet small\">%s</p>"
        .formatted(
            escaped(texts, error.key() + ".title"),
            escaped(texts, error.key() + ".text"),
            escaped(texts, error.key() + ".remedy"),
            contact.filter(Contact::isTold).map(c -> facts(texts, c)).orElse(""),
            button(texts, error, contact),
            error.refusal().map(r -> technical(texts, r.error().code(), r.reason())).orElse(""),
            Html.escape(texts.caseLine(error.number(), shown.at())));
  }

  // The request itself once more, or else the application's own page.
  private static String button(Texts texts, PageError error, Optional<Contact> contact) {
    return error
        .action()
        .map(a -> button(a.address(), texts.text(a.key())))
        .or(() -> contact.flatMap(c -> c.homepage().map(page -> open(texts, c, page))))
        .orElse("");
  }

  private static String open(Texts texts, Contact contact, String homepage) {
    return button(homepage, texts.text("error.open", "\u2068" + contact.application() + "\u2069"));
  }

  private static String button(String address, String text) {
    return "<p><a class=\"button\" href=\"%s\">%s</a></p>\n"
        .formatted(Html.escape(address), Html.escape(text));
  }

  private static String facts(Texts texts, Contact contact) {
    var owner = contact.owner().map(o -> fact(texts, "error.owner", bdi(o))).orElse("");
    var ways = contact.ways().stream().map(ContactWay::html).collect(joining("<br>"));
    return "<dl class=\"facts\">\n%s%s%s</dl>\n"
        .formatted(
            fact(texts, "error.application", bdi(contact.application())),
            owner,
            ways.isEmpty() ? "" : fact(texts, "error.contact", ways));
  }

  private static String fact(Texts texts, String key, String html) {
    return "<dt>%s</dt><dd>%s</dd>\n".formatted(escaped(texts, key), html);
  }

  private static String bdi(String text) {
    return "<bdi>" + Html.escape(text) + "</bdi>";
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
