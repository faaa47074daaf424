package org.sallyport.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.recovery.LinkedAddress.LinkState;
import org.sallyport.recovery.LinkedAddress.LinkView;
import org.sallyport.recovery.LinkedPassword.MailedLink;

/**
 * The page of a link in a mail by which a person confirms an address: {@code /verification} the one
 * that the account has, {@code /email-change} another one. To show it changes nothing.
 */
@Named
@RequestScoped
public class AddressLinkPage {
  @Inject LinkForm form;
  @Inject LinkedAddress addresses;

  private LinkView view = LinkView.GONE;
  private LinkState state = LinkState.GONE;

  @PostConstruct
  void find() {
    view = addresses.view(mailed());
    state = form.isDone() ? LinkState.DONE : view.state();
  }

  /** Before the page is shown: a link that cannot be used says why. */
  public void open() {
    switch (state) {
      case LIVE, DONE -> {}
      case GONE -> form.refuse(410, "the link is gone");
      case OUTDATED -> form.refuse(409, "the address is another one by now");
      case TAKEN -> form.refuse(409, "somebody else has the address");
    }
  }

  /** The button. */
  public void confirm() {
    if (!form.isGenuine() || state != LinkState.LIVE) {
      return;
    }
    state = addresses.confirm(mailed(), form.locale());
    if (state == LinkState.DONE) {
      form.done();
    }
  }

  private MailedLink mailed() {
    return new MailedLink(purpose(), form.getLink());
  }

  private LinkPurpose purpose() {
    return form.isAt(LinkPurpose.VERIFICATION)
        ? LinkPurpose.VERIFICATION
        : LinkPurpose.EMAIL_CHANGE;
  }

  /** Whether the link can be used. */
  public boolean isLive() {
    return state == LinkState.LIVE;
  }

  /** Whether the link was used now. */
  public boolean isDone() {
    return state == LinkState.DONE;
  }

  public String getTitle() {
    return form.texts().text(isLive() ? "address.title" : key("title"));
  }

  /** What there is to say about the link. */
  public String getText() {
    return form.texts().text(isLive() ? "address.text." + purpose().word() : key("text"));
  }

  private String key(String of) {
    return "address." + state.name().toLowerCase(Locale.ROOT) + "." + of;
  }

  /** The form of the link. */
  public LinkForm getForm() {
    return form;
  }

  public String getName() {
    return view.name();
  }

  public String getUsername() {
    return view.username();
  }

  /** The address that is confirmed. */
  public String getAddress() {
    return view.address();
  }
}
