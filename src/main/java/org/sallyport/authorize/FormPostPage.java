package org.sallyport.authorize;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.sallyport.platform.http.HttpExchange;
import org.sallyport.platform.page.ContentSecurityPolicy;
import org.sallyport.platform.page.Html;
import org.sallyport.platform.page.HtmlResponse;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.page.PageFrame;
import org.sallyport.platform.page.Texts;

/**
 * The answer as a form that the browser posts to the client (OAuth 2.0 Form Post Response Mode §2):
 * by a script, or where there are none by a button.
 */
@ApplicationScoped
class FormPostPage {
  @Inject Languages languages;

  Response of(HttpExchange http, AuthorizationResponse answer) {
    var texts = languages.texts(http.request());
    ContentSecurityPolicy.allowAnyFormAction(http.response());
    // Fetch §3.2: a page that tells no referrer posts with Origin null, which clients refuse.
    http.response().setHeader("Referrer-Policy", "origin");
    var context = http.request().getContextPath();
    var body =
        new PageFrame.Body(
            texts.text("authorize.form-post.title"), script(context), main(texts, answer));
    return HtmlResponse.of(200, PageFrame.around(texts, context, body)).build();
  }

  static String main(Texts texts, AuthorizationResponse answer) {
    return """
    <h1>%s</h1>
    <p>%s</p>
    <form id="answer" method="post" action="%s">
    %s
    <button type="submit" class="button" id="continue">%s</button>
    </form>\
    """
        .formatted(
            Html.escape(texts.text("authorize.form-post.title")),
            Html.escape(texts.text("authorize.form-post.text", answer.to().host())),
            Html.escape(answer.to().uri()),
            fields(answer),
            Html.escape(texts.text("authorize.form-post.continue")));
  }

  private static String fields(AuthorizationResponse answer) {
    return answer.parameters().entrySet().stream()
        .map(p -> field(p.getKey(), p.getValue()))
        .collect(joining("\n"));
  }

  private static String field(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(Html.escape(name), Html.escape(value));
  }

  private static String script(String context) {
    return "<script defer src=\"%s/assets/form-post.js\"></script>\n"
        .formatted(Html.escape(context));
  }
}
