package org.sallyport.platform.audit.store;

import org.sallyport.protocol.ClientId;

/** Tells clients that exist from names that somebody made up. */
public interface RegisteredClients {

  /**
   * Whether a client of this id is registered, as far as is known without asking the database: one
   * that a request was about a moment ago is known.
   */
  boolean isKnown(ClientId id);
}
