package org.sallyport.platform.mail.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.platform.mail.MailFailure.Kind.LATER;
import static org.sallyport.platform.mail.MailFailure.Kind.REFUSED;
import static org.sallyport.platform.mail.MailFailure.Kind.SERVER;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.MailFailure;
import org.sallyport.platform.mail.MailFrom;
import org.sallyport.platform.mail.MailRoute;
import org.sallyport.platform.mail.MailTransport;
import org.sallyport.platform.mail.OutgoingMail;

/**
 * Sends by the mail library of the server. The context class loader of the thread stays as the
 * server has set it: with the library's own, WildFly, GlassFish and Open Liberty find no handlers
 * for the parts of a mail.
 */
public final class JakartaMail implements MailTransport {
  private static final Logger LOG = Logger.getLogger(JakartaMail.class.getName());
  private static final String UTF8 = UTF_8.name();

  private final Sockets sockets = new Sockets();
  private final MailSessions sessions;

  /**
   * A way to this mail server; refuses a name in JNDI that is no mail session.
   *
   * @param host what this server calls itself to the mail server (RFC 5321 §4.1.1.1)
   * @throws NoSuchProviderException if the mail library cannot speak SMTP
   */
  public JakartaMail(MailRoute route, String host) throws NoSuchProviderException {
    sessions = MailSessions.of(route, host, sockets);
    var unused = sessions.ascii().getTransport();
  }

  @Override
  public void send(OutgoingMail mail) throws MailFailure {
    var to = mail.content().to();
    var session = to.isAscii() ? sessions.ascii() : sessions.unicode();
    try {
      var message = message(mail, session);
      var transport = session.getTransport();
      try {
        connect(transport);
        requireUnicode(transport, to);
        transport.sendMessage(message, new Address[] {address(to)});
      } finally {
        close(transport);
      }
    } catch (SendFailedException e) {
      throw new MailFailure(isRefused(e) ? REFUSED : LATER, reason(e));
    } catch (MessagingException e) {
      throw new MailFailure(SERVER, reason(e));
    }
  }

  @Override
  public void abort() {
    sockets.abort();
  }

  // What was taken is taken, whatever happens to the connection after it.
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "The mail server did not end the connection in peace", e);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    var login = sessions.login();
    if (login.isPresent()) {
      transport.connect(login.get().user(), login.get().password());
    } else {
      transport.connect();
    }
  }

  // Else the library would send the address as it is, and a mail server would guess (RFC 6531
  // §3.1).
  private static void requireUnicode(Transport transport, MailAddress to) throws MailFailure {
    if (!to.isAscii() && !knows(transport, "SMTPUTF8")) {
      throw new MailFailure(
          REFUSED, "the mail server takes no addresses beyond ASCII (SMTPUTF8, RFC 6531)");
    }
  }

  // The method belongs to the implementation, which all servers share, and not to its interface.
  private static boolean knows(Transport transport, String extension) {
    try {
      var method = transport.getClass().getMethod("supportsExtension", String.class);
      return Boolean.TRUE.equals(method.invoke(transport, extension));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static MimeMessage message(OutgoingMail mail, Session session) throws MessagingException {
    var content = mail.content();
    var message = new NamedMessage(session, mail.messageId());
    message.setFrom(from(mail.from()));
    message.setRecipient(Message.RecipientType.TO, address(content.to()));
    message.setSubject(content.subject(), UTF8);
    message.setSentDate(Date.from(mail.writtenAt()));
    // No answers of machines, such as notes of absence (RFC 3834 §5, and Exchange's own).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("Content-Language", mail.language().toLanguageTag());
    var text = new MimeBodyPart();
    text.setText(content.text(), UTF8);
    var html = new MimeBodyPart();
    html.setText(content.html(), UTF8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  private static InternetAddress from(MailFrom from) throws MessagingException {
    try {
      var address = address(from.address());
      if (!from.name().isEmpty()) {
        address.setPersonal(from.name(), UTF8);
      }
      return address;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  // It is checked already; the library's own check knows no scripts.
  private static InternetAddress address(MailAddress address) {
    var all = new InternetAddress();
    all.setAddress(address.toString());
    return all;
  }

  private static boolean isRefused(SendFailedException failure) {
    var invalid = failure.getInvalidAddresses();
    return invalid != null && invalid.length > 0;
  }

  // The first one has words of the library, such as Invalid Addresses, the next one the answer.
  private static String reason(MessagingException failure) {
    var answer = failure.getNextException();
    if (answer == null) {
      return String.valueOf(failure.getMessage());
    }
    return failure instanceof SendFailedException
        ? String.valueOf(answer.getMessage())
        : failure.getMessage() + ": " + answer.getMessage();
  }

  /** A message that keeps the name it was given. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
