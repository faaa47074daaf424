package org.sallyport.interaction.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.page.Languages;

/**
 * Switches the language of a page that is asked for with {@code lang}, if there is such a language:
 * for this browser, and for the request on hold, whatever languages its client named. A GET then
 * leads to the page itself. A form is answered by the page itself, with what was typed into it, so
 * that no address tells that.
 */
public class LanguageSwitch extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Languages languages;
  @Inject transient Tickets tickets;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var tag = request.getParameter("lang");
    if (tag == null) {
      chain.doFilter(request, response);
    } else if ("POST".equals(request.getMethod())) {
      languages.switchTo(request, response, tag);
      chain.doFilter(request, response);
    } else {
      var chosen = languages.remember(response, tag);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + query(request, chosen));
    }
  }

  private String query(HttpServletRequest request, Optional<Locale> chosen) {
    return Optional.ofNullable(request.getParameter("ticket"))
        .map(t -> chosen.flatMap(l -> tickets.inLanguage(t, l.toLanguageTag())).orElse(t))
        .filter(t -> t.matches("[A-Za-z0-9_.-]*"))
        .map(t -> "?ticket=" + t)
        .orElse("");
  }
}
