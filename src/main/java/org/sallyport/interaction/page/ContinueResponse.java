package org.sallyport.interaction.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.page.ContentSecurityPolicy;
import org.sallyport.platform.page.Html;
import org.sallyport.platform.page.HtmlResponse;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.page.PageFrame;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.request.ReturnAddress;

/**
 * The answer to a form of ours after which the browser goes on to an endpoint, and mostly from
 * there to a client. Chromium and Safari compare every redirect after a form with the form-action
 * of its page (CSP Level 3 §6.4.2), those of the client too, which nobody knows before. So a page
 * ends the form, and goes on by a navigation of its own: it may be redirected anywhere, while our
 * forms lead nowhere but here.
 *
 * <p>Browsers that check redirects send Fetch Metadata. Whatever does not is redirected at once,
 * and its forms may lead to the client's origin.
 */
@ApplicationScoped
public class ContinueResponse {
  @Inject Languages languages;

  /** Before a page is shown whose form may lead to the client. */
  public void permit(HttpServletRequest request, HttpServletResponse response, ReturnAddress to) {
    if (!isTold(request)) {
      ContentSecurityPolicy.allowFormAction(response, to.formActionSource());
    }
  }

  /**
   * Goes on to an address of ours; a Faces page then says {@code responseComplete()}.
   *
   * @param address absolute, and none of a client's
   */
  public void send(HttpServletRequest request, HttpServletResponse response, String address)
      throws IOException {
    if (isTold(request)) {
      var texts = languages.texts(request);
      HtmlResponse.write(response, 200, page(texts, request.getContextPath(), address));
      return;
    }
    // RFC 9700 §4.12: 303, never 307, so that no form is posted on.
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }

  static String page(Texts texts, String context, String address) {
    var to = Html.escape(address);
    var head = "<meta http-equiv=\"refresh\" content=\"0; url=%s\">\n".formatted(to);
    var main =
        """
        <h1>%s</h1>
        <p>%s</p>
        <p><a class="button" id="go-on" href="%s">%s</a></p>"""
            .formatted(
                Html.escape(texts.text("onward.title")),
                Html.escape(texts.text("onward.text")),
                to,
                Html.escape(texts.text("onward.continue")));
    return PageFrame.around(
        texts, context, new PageFrame.Body(texts.text("onward.title"), head, main));
  }

  private static boolean isTold(HttpServletRequest request) {
    return request.getHeader("Sec-Fetch-Site") != null;
  }
}
