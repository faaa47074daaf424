package org.sallyport.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * The page {@code /not-me} of the link that goes to an address of before: its owner undoes the
 * change. To show it changes nothing.
 */
@Named
@RequestScoped
public class NotMePage {
  @Inject LinkForm form;
  @Inject AccountRescue rescue;

  private Optional<String> address = Optional.empty();

  @PostConstruct
  void find() {
    address = rescue.address(form.getLink());
  }

  /** Before the page is shown: a link that is over says so. */
  public void open() {
    if (!isLive() && !isDone()) {
      form.refuse(410, "the link is gone");
    }
  }

  /** The button. */
  public void undo() {
    if (!form.isGenuine() || !isLive()) {
      return;
    }
    if (rescue.rescue(form.getLink(), form.locale())) {
      form.done();
    } else {
      address = Optional.empty();
    }
  }

  /** Whether the link can be used. */
  public boolean isLive() {
    return address.isPresent();
  }

  /** Whether the link was used now. */
  public boolean isDone() {
    return form.isDone();
  }

  public String getTitle() {
    if (isDone()) {
      return form.texts().text("not-me.done.title");
    }
    return form.texts().text(isLive() ? "not-me.title" : "reset.gone.title");
  }

  /** The form of the link. */
  public LinkForm getForm() {
    return form;
  }

  /** The address that is restored. */
  public String getAddress() {
    return address.orElse("");
  }
}
