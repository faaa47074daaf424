package org.sallyport.interaction;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

/**
 * A wish to sign out, checked and on hold until the person confirms it (OpenID Connect RP-Initiated
 * Logout §2).
 *
 * @param client the application that asks
 * @param returnTo where to go afterwards, state included; one of the application's own addresses
 * @param hinted the session that the application has an ID token of
 * @param uiLocales the languages the application knows the person to like
 * @param receivedAt when it came in
 */
public record PendingLogout(
    Optional<ClientId> client,
    Optional<String> returnTo,
    Optional<Hinted> hinted,
    Optional<String> uiLocales,
    Instant receivedAt)
    implements PendingInteraction {

  @Override
  public Optional<ClientId> application() {
    return client;
  }

  @Override
  public Optional<ReturnAddress> leadsTo() {
    return returnTo.map(uri -> new ReturnAddress(uri, ResponseMode.QUERY, Optional.empty()));
  }

  @Override
  public String wayOn() {
    return "/oauth2/logout";
  }

  @Override
  public boolean takesSignIns() {
    return false;
  }

  // Whoever wanted to sign out is asked whether they still do; the application waits no more.
  @Override
  public Optional<String> startAgain() {
    return Optional.of(wayOn());
  }

  @Override
  public PendingLogout inLanguage(String tag) {
    return new PendingLogout(client, returnTo, hinted, Optional.of(tag), receivedAt);
  }

  /**
   * Whom an ID token was about, and in which session.
   *
   * @param session its name, if the application was told
   * @param signedInAt when they signed in, in whole seconds; stands for a name that was not told
   */
  public record Hinted(
      Subject subject, Optional<SessionId> session, Optional<Instant> signedInAt) {}
}
