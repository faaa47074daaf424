package org.sallyport.interaction.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.Csrf;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.ClientId;

/**
 * What every page has: its language, its path and ticket, the field against forged forms, the
 * refusal of what was sent, and the way to another page.
 */
@Named("page")
@RequestScoped
public class Page {
  @Inject HttpServletRequest request;
  @Inject Languages languages;
  @Inject Tickets tickets;
  @Inject Settings settings;
  @Inject Csrf csrf;
  @Inject Audit audit;
  @Inject Clock clock;

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
    getCsrf();
  }

  /** The value of the hidden field {@code csrf} of each form. */
  public String getCsrf() {
    return csrf.token(request, response());
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

  /** The path of this page, as people know it. */
  public String path() {
    return request.getServletPath().replaceFirst("\\.xhtml$", "");
  }

  /** Whether the address that was asked for has this parameter, such as after a form was taken. */
  public boolean says(String parameter) {
    return "GET".equals(request.getMethod()) && request.getParameter(parameter) != null;
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

  /**
   * Refuses what was sent to this page, with this status, and writes it down.
   *
   * @param error the kind of refusal, such as {@code invalid_request}
   * @param reason for the log alone
   * @return the line that tells the person the case number
   */
  public String refuse(int status, String error, String reason) {
    return refuse(status, error, reason, Optional.empty());
  }

  /** The same where an application waits for the answer. */
  String refuse(int status, String error, String reason, Optional<ClientId> client) {
    var number = CaseNumber.next();
    response().setStatus(status);
    audit.recordShown(new RequestRefused(number, path(), error, reason, client));
    return texts().caseLine(number, clock.instant());
  }

  /**
   * Leads to the sign-in page after somebody chose a password by a link, which does not sign in.
   *
   * @param waiting the ticket of the request that waits there; empty if none does
   */
  public void signInWith(String waiting) {
    seeOther("/login?chosen=yes" + (waiting.isEmpty() ? "" : "&ticket=" + waiting));
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
