package org.sallyport.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.interaction.page.NewPasswordForm;
import org.sallyport.interaction.page.Page;
import org.sallyport.person.link.LinkPurpose;
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
  @Inject LinkedPassword passwords;
  @Inject NewPasswordForm form;

  private Optional<LinkedPassword.Holder> holder = Optional.empty();

  @PostConstruct
  void find() {
    holder = passwords.holder(mailed());
  }

  /** Before the page is shown: a link that is over says so. */
  public void open() {
    if (holder.isEmpty()) {
      page.response().setStatus(HttpServletResponse.SC_GONE);
    }
  }

  /** The button. */
  public void choose() {
    if (form.isGenuine()) {
      holder.ifPresent(this::choose);
    }
  }

  private void choose(LinkedPassword.Holder person) {
    var taken =
        form.take(
            person.subject(), typed -> passwords.choose(mailed(), person, typed, page.getLocale()));
    if (taken) {
      page.signInWith(person.ticket());
    } else {
      page.response().setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
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

  /** The fields of the new password. */
  public NewPasswordForm getForm() {
    return form;
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
    return page.texts();
  }
}
