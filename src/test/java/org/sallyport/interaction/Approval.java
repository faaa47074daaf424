package org.sallyport.interaction;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;

/** A further kind of interaction: an application waits elsewhere for what a person says here. */
record Approval(
    ClientId asker, Optional<String> uiLocales, Optional<SessionId> session, Instant receivedAt)
    implements PendingInteraction {

  @Override
  public Optional<ClientId> application() {
    return Optional.of(asker);
  }

  @Override
  public String wayOn() {
    return "/approval";
  }

  @Override
  public Optional<String> startAgain() {
    return Optional.of("/approval?client_id=" + asker);
  }

  @Override
  public boolean takesSignIns() {
    return true;
  }

  @Override
  public Approval inLanguage(String tag) {
    return new Approval(asker, Optional.of(tag), session, receivedAt);
  }

  @Override
  public Approval signedIn(SessionId signedIn) {
    return new Approval(asker, uiLocales, Optional.of(signedIn), receivedAt);
  }
}
