package org.sallyport.platform.mail;

/**
 * Hands mail to a mail server, one at a time. What implements it needs the server's mail library,
 * so it is in a package of its own, which no class names.
 */
public interface MailTransport {

  /**
   * Returns once the mail server has taken the mail.
   *
   * @throws MailFailure if it has not, or may not have
   */
  void send(OutgoingMail mail) throws MailFailure;

  /** Ends the sending that goes on, which then fails; may be called from any thread. */
  void abort();
}
