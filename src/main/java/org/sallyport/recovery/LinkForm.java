package org.sallyport.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.page.Csrf;
import org.sallyport.platform.page.Texts;

/**
 * The form of a page of a link that has one button: the secret part of the link, the token against
 * forged forms, and why the form or the link was refused.
 */
@Dependent
public class LinkForm {
  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject Csrf csrf;
  @Inject StaleForms staleForms;
  @Inject Audit audit;
  @Inject Clock clock;

  private String complaint = "";
  private String caseLine = "";

  /** Whether the form that came was shown in this browser; complains if it was not. */
  boolean isGenuine() {
    var stale = staleForms.refuse(request, page.response(), Optional.empty(), texts());
    stale.ifPresent(
        line -> {
          complaint = texts().text("account.repeated");
          caseLine = line;
        });
    return stale.isEmpty();
  }

  /** Writes down that the link cannot be used; the status is that of the answer. */
  void refuse(int status, String reason) {
    var number = CaseNumber.next();
    page.response().setStatus(status);
    audit.recordShown(
        new RequestRefused(
            number, request.getServletPath(), "invalid_request", reason, Optional.empty()));
    caseLine = texts().caseLine(number, clock.instant());
  }

  /** Shows the same page anew, so that a reload repeats nothing, with what was done. */
  void done() {
    page.seeOther(path() + "?done=yes");
  }

  /** Whether the page is to show that it was done. */
  boolean isDone() {
    return "GET".equals(request.getMethod()) && request.getParameter("done") != null;
  }

  /** Whether this is the page of links of this purpose. */
  boolean isAt(LinkPurpose purpose) {
    return path().equals("/" + purpose.word());
  }

  private String path() {
    return request.getServletPath().replaceFirst("\\.xhtml$", "");
  }

  Locale locale() {
    return page.getLocale();
  }

  Texts texts() {
    return page.texts();
  }

  /** The secret part of the link. */
  public String getLink() {
    return Optional.ofNullable(request.getParameter("link")).orElse("");
  }

  public String getCsrf() {
    return csrf.token(request, page.response());
  }

  /** Why the form was not taken, in words; empty if it was. */
  public String getComplaint() {
    return complaint;
  }

  /** Under which number the log has what was refused; empty if nothing was. */
  public String getCaseLine() {
    return caseLine;
  }
}
