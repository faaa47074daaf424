package org.sallyport.session;

import java.time.Instant;

/**
 * A session that is alive, as its owner is shown it.
 *
 * @param start when, with which browser and from which address it began
 * @param lastSeenAt when the browser was last here, to the minute
 */
public record OpenSession(Session session, BrowserTrace start, Instant lastSeenAt) {}
