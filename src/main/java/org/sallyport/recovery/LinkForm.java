package org.sallyport.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.page.Texts;

/**
 * The form of a page of a link that has one button: the secret part of the link, the token against
 * forged forms, and why the form or the link was refused.
 */
@Dependent
public class LinkForm {
  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject StaleForms staleForms;

  private String complaint = "";
  private String caseLine = "";

  /** Whether the form that came was shown in this browser; complains if it was not. */
  boolean isGenuine() {
    var stale = staleForms.refuse(Optional.empty());
    stale.ifPresent(
        line -> {
          complaint = texts().text("account.repeated");
          caseLine = line;
        });
    return stale.isEmpty();
  }

  /** Writes down that the link cannot be used; the status is that of the answer. */
  void refuse(int status, String reason) {
    caseLine = page.refuse(status, "invalid_request", reason);
  }

  /** Shows the same page anew, so that a reload repeats nothing, with what was done. */
  void done() {
    page.seeOther(page.path() + "?done=yes");
  }

  /** Whether the page is to show that it was done. */
  boolean isDone() {
    return page.says("done");
  }

  /** Whether this is the page of links of this purpose. */
  boolean isAt(LinkPurpose purpose) {
    return page.path().equals("/" + purpose.word());
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

  /** Why the form was not taken, in words; empty if it was. */
  public String getComplaint() {
    return complaint;
  }

  /** Under which number the log has what was refused; empty if nothing was. */
  public String getCaseLine() {
    return caseLine;
  }
}
