package org.sallyport.person.link;

import org.sallyport.platform.mail.MailAddress;
import org.sallyport.protocol.Subject;

/**
 * A link that is to be mailed.
 *
 * @param subject whose it is
 * @param to the address that it goes to, and shows that its owner reads
 * @param payload what is kept with it, up to 8000 characters; longer ones are left out
 * @param network where it was asked for from, if strangers may; else empty
 */
public record NewLink(
    LinkPurpose purpose, Subject subject, MailAddress to, String payload, String network) {

  /** One that no stranger has asked for. */
  public NewLink(LinkPurpose purpose, Subject subject, MailAddress to, String payload) {
    this(purpose, subject, to, payload, "");
  }
}
