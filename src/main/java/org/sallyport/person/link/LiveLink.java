package org.sallyport.person.link;

import org.sallyport.protocol.Subject;

/**
 * A link that was mailed and can still be used.
 *
 * @param subject whose it is
 * @param payload what was kept with it; empty if nothing was
 */
public record LiveLink(LinkPurpose purpose, Subject subject, String payload) {}
