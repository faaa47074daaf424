package org.sallyport.interaction;

import java.util.Optional;
import org.sallyport.protocol.ClientId;

/** A person who came by themselves: no application waits, and nothing is on hold. */
public record Visit() implements Interaction {
  @Override
  public Optional<ClientId> application() {
    return Optional.empty();
  }

  @Override
  public String wayOn() {
    return "/";
  }

  @Override
  public boolean takesSignIns() {
    return true;
  }
}
