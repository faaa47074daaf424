package org.sallyport.person.link;

import org.sallyport.platform.mail.MailAddress;
import org.sallyport.protocol.Subject;

/**
 * A link that is to be mailed.
 *
 * @param subject whose it is
 * @param to the address that it goes to, and shows that its owner reads
 * @param payload what is kept with it, up to 8000 characters; longer ones are left out
 */
public record NewLink(LinkPurpose purpose, Subject subject, MailAddress to, String payload) {}
