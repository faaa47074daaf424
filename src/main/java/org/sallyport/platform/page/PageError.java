package org.sallyport.platform.page;

import java.util.Optional;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;

/**
 * What an error page says.
 *
 * @param key the bundle has {@code key.title}, {@code key.text} (what happened) and {@code
 *     key.remedy} (who can help and how)
 * @param number finds the story in the log
 * @param refusal for the developer, folded away
 * @param action the one thing to do, if it is a link
 * @param client the application whose owner can help
 */
public record PageError(
    String key,
    CaseNumber number,
    Optional<OAuthException> refusal,
    Optional<Action> action,
    Optional<ClientId> client) {

  /** A link: the bundle has {@code key}, its address is our own or validated. */
  public record Action(String key, String address) {}

  /** An error without a link. */
  public static PageError of(String key, CaseNumber number) {
    return new PageError(key, number, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same error, with what the developer should change. */
  public PageError because(OAuthException e) {
    return new PageError(key, number, Optional.of(e), action, client);
  }

  /** The same error, with a link. */
  public PageError withAction(String textKey, String address) {
    return new PageError(key, number, refusal, Optional.of(new Action(textKey, address)), client);
  }

  /** The same error, which the owner of this application can help with, if it is one. */
  public PageError of(Optional<ClientId> application) {
    return new PageError(key, number, refusal, action, application);
  }
}
