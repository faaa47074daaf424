package org.sallyport.interaction;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;

/**
 * A person on the way to a page of their own account, who has to sign in first; or once more,
 * before a change that needs it (sudo mode).
 *
 * @param page our own path, such as {@code /account/password}
 * @param again whether the person has to prove again who they are, though they are signed in
 * @param uiLocales the language that the person switched to
 * @param receivedAt when the page was asked for
 */
public record AccountVisit(
    String page, boolean again, Optional<String> uiLocales, Instant receivedAt)
    implements PendingInteraction {

  @Override
  public Optional<ClientId> application() {
    return Optional.empty();
  }

  @Override
  public String wayOn() {
    return page;
  }

  @Override
  public boolean takesSignIns() {
    return true;
  }

  @Override
  public boolean asksToSignInAgain() {
    return again;
  }

  @Override
  public AccountVisit signedIn(SessionId session) {
    return new AccountVisit(page, false, uiLocales, receivedAt);
  }

  @Override
  public Optional<String> startAgain() {
    return Optional.of(page);
  }

  @Override
  public AccountVisit inLanguage(String tag) {
    return new AccountVisit(page, again, Optional.of(tag), receivedAt);
  }
}
