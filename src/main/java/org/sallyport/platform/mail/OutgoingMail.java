package org.sallyport.platform.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * A mail as it is handed to the mail server.
 *
 * @param messageId the {@code Message-ID} (RFC 5322 §3.6.4): the same at each try
 * @param writtenAt its {@code Date}
 */
public record OutgoingMail(
    String messageId, MailFrom from, Instant writtenAt, Locale language, MailContent content) {}
