package org.sallyport.person.link;

import java.util.Optional;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.protocol.Subject;

/**
 * A link that was mailed and can still be used.
 *
 * @param subject whose it is
 * @param to the address that it was mailed to; empty if an earlier version did
 * @param payload what was kept with it; empty if nothing was
 */
public record LiveLink(
    LinkPurpose purpose, Subject subject, Optional<MailAddress> to, String payload) {}
