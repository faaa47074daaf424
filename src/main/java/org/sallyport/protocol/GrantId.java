package org.sallyport.protocol;

import java.util.UUID;

/** Names a grant: what one person allowed one client in one authorization; no secret. */
public record GrantId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
