package org.sallyport.login;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Interaction;
import org.sallyport.interaction.page.ContinueResponse;
import org.sallyport.interaction.page.Expired;
import org.sallyport.interaction.page.Page;

/**
 * The page where a person signs in, or goes on as who they are (OpenID Connect Core §3.1.2.3). It
 * chooses the question to put; what the answer is worth, the question's own bean decides.
 */
@Named
@RequestScoped
public class SignInPage {
  @Inject SignInContext context;
  @Inject @Any Instance<SignInQuestion> questions;
  @Inject Page page;
  @Inject PasswordSignIn entrance;
  @Inject Expired expired;
  @Inject ContinueResponse onward;

  private @Nullable SignInQuestion question;

  /** Before the page is shown, the first time or again. */
  public void open() throws IOException {
    var faces = FacesContext.getCurrentInstance();
    var request = context.request();
    var response = context.response();
    if (context.isExpired()) {
      expired.send(request, response, page.getTicket());
      faces.responseComplete();
      return;
    }
    if ("POST".equals(request.getMethod()) && (!faces.isPostback() || isTooLate(request))) {
      context.complain(SignInError.REPEAT, entrance.refused("csrf", context.client()));
    }
    context
        .interaction()
        .flatMap(Interaction::leadsTo)
        .ifPresent(to -> onward.permit(request, response, to));
    var complaint = context.complaint();
    response.setStatus(complaint.status());
    complaint
        .delay()
        .ifPresent(d -> response.setHeader("Retry-After", "" + SignInError.seconds(d)));
  }

  /** The file with the question that is put. */
  public String getFragment() {
    return "/WEB-INF/sign-in/" + question().fragment() + ".xhtml";
  }

  /** Whether people type something into the form that a change of language must not lose. */
  public boolean isTypedInto() {
    return question().isTypedInto();
  }

  public String getTitle() {
    var texts = context.texts();
    return context
        .application()
        .map(a -> texts.text(question().title(), a))
        .orElseGet(() -> texts.text(question().plainTitle()));
  }

  /** The title of the window, which tells first that something is wrong. */
  public String getWindowTitle() {
    return getComplaints().isEmpty() ? getTitle() : context.texts().text("login.error", getTitle());
  }

  /** The path of the logo of the application that waits; empty if there is none. */
  public String getLogo() {
    return context.logo().orElse("");
  }

  /** What the operators want people to know; empty if there is nothing. */
  public String getNotice() {
    return context.texts().notice();
  }

  public List<SignInError.Line> getComplaints() {
    return context.complaint().lines();
  }

  /** Under which number the log has what is complained of. */
  public String getCaseLine() {
    return context.caseLine();
  }

  /** What one of the complaints says. */
  public String say(SignInError.Line line) {
    return line.in(context.texts());
  }

  /** Whether the person is to show again who they are. */
  public boolean isAgain() {
    return context.isAgain();
  }

  /** Whether the person said that they are somebody else. */
  public boolean isOther() {
    return context.isOther();
  }

  /** The name of the application that waits. */
  public String getApplication() {
    return context.application().orElseGet(() -> context.texts().brand().site());
  }

  /** The name of the person who is signed in. */
  public String getPerson() {
    return context.person();
  }

  /** The address of this page for somebody else. */
  public String getOtherAccount() {
    return context.otherAccount();
  }

  // Ten minutes after the right password, another one may be chosen no more.
  private boolean isTooLate(HttpServletRequest request) {
    return request.getParameter("change") != null && !(question() instanceof NewPasswordQuestion);
  }

  // Once for each request, so that the form that is read is the one that was shown.
  private SignInQuestion question() {
    if (question == null) {
      question = first(questions.stream());
    }
    return question;
  }

  /** Of the questions that fit, the one that is put. */
  static SignInQuestion first(Stream<? extends SignInQuestion> questions) {
    return questions
        .filter(SignInQuestion::fits)
        .min(comparingInt(SignInQuestion::order))
        .orElseThrow();
  }
}
