package org.sallyport.interaction.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.Csrf;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.page.Texts;

/** What stands around every page: its language, and the way to another one. */
@Named("page")
@RequestScoped
public class Page {
  @Inject HttpServletRequest request;
  @Inject Languages languages;
  @Inject Tickets tickets;
  @Inject Settings settings;
  @Inject Csrf csrf;

  private @Nullable Locale locale;
  private @Nullable String ticket;

  /**
   * A language to switch to.
   *
   * @param name in that very language
   * @param current whether it is the one of this page
   */
  public record LanguageChoice(String tag, String name, String direction, boolean current) {}

  /** Before any page is shown: a new browser gets its name, while headers can still be sent. */
  public void recognize() {
    csrf.token(request, response());
  }

  /** The language: the one that the request on hold asks for, if it asks for one we have. */
  public Locale getLocale() {
    if (locale == null) {
      locale = languages.choose(request, tickets.uiLocales(getTicket()));
    }
    return locale;
  }

  /** The words in that language. */
  public Texts texts() {
    return languages.in(getLocale());
  }

  /** How this installation wants its pages to look. */
  public Brand getBrand() {
    return texts().brand();
  }

  public String getLanguage() {
    return getLocale().toLanguageTag();
  }

  public String getDirection() {
    return Texts.dir(getLocale());
  }

  public List<LanguageChoice> getLanguages() {
    return languages.all().stream().map(this::choice).toList();
  }

  /** The address of this page, without its query. */
  public String getAddress() {
    return request.getRequestURI();
  }

  /** The ticket as it was sent, in the language that the person switches to, or nothing. */
  public String getTicket() {
    if (ticket == null) {
      var sent = Optional.ofNullable(request.getParameter("ticket")).orElse("");
      ticket =
          languages
              .switched(request)
              .flatMap(language -> tickets.inLanguage(sent, language.toLanguageTag()))
              .orElse(sent);
    }
    return ticket;
  }

  /** A path of ours with the ticket of the request on hold, if there is one. */
  public String withTicket(String path) {
    var sign = path.indexOf('?') < 0 ? '?' : '&';
    return getTicket().isEmpty() ? path : path + sign + "ticket=" + getTicket();
  }

  /** The response of the page that Faces is about to write. */
  public HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  /** Has the browser ask for a path of ours instead of this page (RFC 9110 §15.4.4). */
  public void seeOther(String path) {
    response().setStatus(HttpServletResponse.SC_SEE_OTHER);
    response().setHeader("Location", settings.endpoint(path));
    FacesContext.getCurrentInstance().responseComplete();
  }

  private LanguageChoice choice(Locale language) {
    return new LanguageChoice(
        language.toLanguageTag(),
        language.getDisplayLanguage(language),
        Texts.dir(language),
        language.equals(getLocale()));
  }
}
