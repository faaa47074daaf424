package org.sallyport.session;

import org.sallyport.protocol.SessionId;

/**
 * Told as a CDI event, in the transaction that ends the session, to whatever hangs on it.
 *
 * @param id the session that is over
 */
public record SessionEnded(SessionId id) {}
