/**
 * Mail: an outbox in the database, which any node empties, and the way to the mail server.
 *
 * <p>A feature adds a {@link Mail} to the {@link Outbox}, in the transaction of its deed: the mail
 * is sent if and only if that commits. It names a kind, whose texts are in the bundles {@code
 * org/sallyport/mail}, one for each language, and gives their values. An installation may replace
 * texts ({@link ReplacedTexts}). {@link Outbox#isAvailable} tells pages whether to offer what needs
 * mail.
 *
 * <p>A row waits, is sent, or is given up: a dead letter. {@link MailSender} wakes up after a
 * commit and every five seconds; {@link MailRounds} claims one row after the other ({@link
 * OutboxRows}), sends it outside of any transaction, and marks it. A node that dies loses its
 * claims after a minute; then a mail may be sent twice, with the same {@code Message-ID}. {@link
 * RetryRule} says when a mail is tried again. What a mail says is sealed until it is sent, since
 * its link may be a secret.
 *
 * <p>The mail library (Jakarta Mail) is the application server's. Classes that need it are in
 * {@code mail.transport}, which only {@link MailServer} knows, by name: where the library is
 * missing, mail is off. {@link MailSettings} has the settings, {@link TestMail} a mail to try them.
 * {@link MailHealth} has metrics and warnings. There are no routes.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
