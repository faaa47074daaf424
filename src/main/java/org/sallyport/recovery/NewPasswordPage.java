package org.sallyport.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.person.credential.Password;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Csrf;
import org.sallyport.platform.page.Texts;

/**
 * The page of a link in a mail, on which a person chooses a password: {@code /reset} after the old
 * one was forgotten, {@code /invitation} for the first one. To show it changes nothing.
 */
@Named
@RequestScoped
public class NewPasswordPage {
  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject Csrf csrf;
  @Inject StaleForms staleForms;
  @Inject LinkedPassword passwords;
  @Inject Settings settings;

  private Optional<LinkedPassword.Holder> holder = Optional.empty();
  private String password = "";
  private String repeated = "";
  private String complaint = "";
  private String caseLine = "";

  @PostConstruct
  void find() {
    holder = passwords.holder(mailed());
  }

  /** Before the page is shown: a link that is over says so. */
  public void open() {
    if (holder.isEmpty()) {
      response().setStatus(HttpServletResponse.SC_GONE);
    }
  }

  /** The button. */
  public void choose() throws IOException {
    caseLine = staleForms.refuse(request, response(), Optional.empty(), texts()).orElse("");
    if (!caseLine.isEmpty()) {
      complaint = texts().text("account.repeated");
      return;
    }
    if (holder.isEmpty()) {
      return;
    }
    var refusal = refusal(holder.get());
    if (refusal.isPresent()) {
      response().setStatus(400);
      complaint = refusal.get();
      caseLine = passwords.refused(holder.get(), texts());
    } else {
      goOn(holder.get());
    }
  }

  private Optional<String> refusal(LinkedPassword.Holder person) {
    if (password.isEmpty()) {
      return Optional.of(texts().text("login.new-password.missing"));
    }
    if (!password.equals(repeated)) {
      return Optional.of(texts().text("login.repeated.differs"));
    }
    return passwords
        .choose(mailed(), person, new Password(password), page.getLocale())
        .map(r -> texts().text(r.key(), r.limit()));
  }

  // To the sign-in page, and with what waited there, if it still does: a link does not sign in.
  private void goOn(LinkedPassword.Holder person) {
    var ticket = person.ticket().isEmpty() ? "" : "&ticket=" + person.ticket();
    response().setStatus(HttpServletResponse.SC_SEE_OTHER);
    response().setHeader("Location", settings.endpoint("/login?chosen=yes" + ticket));
    FacesContext.getCurrentInstance().responseComplete();
  }

  /** Whether the link can be used. */
  public boolean isLive() {
    return holder.isPresent();
  }

  /** Whether it is the first password of an account. */
  public boolean isInvitation() {
    return purpose() == LinkPurpose.INVITATION;
  }

  public String getTitle() {
    if (!isLive()) {
      return texts().text("reset.gone.title");
    }
    return texts().text(isInvitation() ? "invitation.title" : "reset.title");
  }

  /** What a password needs, said before one is typed. */
  public String getRule() {
    return texts().text("password.rule", passwords.least());
  }

  public String getName() {
    return holder.map(LinkedPassword.Holder::name).orElse("");
  }

  /** The name under which a browser keeps the password. */
  public String getUsername() {
    return holder.map(LinkedPassword.Holder::username).orElse("");
  }

  /** The secret part of the link. */
  public String getLink() {
    return link();
  }

  public String getComplaint() {
    return complaint;
  }

  /** Under which number the log has a refusal; empty if there is none. */
  public String getCaseLine() {
    return caseLine;
  }

  /** The value of {@code aria-invalid}. */
  public @Nullable String getInvalid() {
    return complaint.isEmpty() ? null : "true";
  }

  public String getCsrf() {
    return csrf.token(request, response());
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(String typed) {
    password = typed;
  }

  public String getRepeated() {
    return "";
  }

  public void setRepeated(String typed) {
    repeated = typed;
  }

  private LinkPurpose purpose() {
    return request.getServletPath().startsWith("/invitation")
        ? LinkPurpose.INVITATION
        : LinkPurpose.RESET;
  }

  private LinkedPassword.MailedLink mailed() {
    return new LinkedPassword.MailedLink(purpose(), link());
  }

  private String link() {
    return Optional.ofNullable(request.getParameter("link")).orElse("");
  }

  private Texts texts() {
    return new Texts(page.getLocale());
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }
}
