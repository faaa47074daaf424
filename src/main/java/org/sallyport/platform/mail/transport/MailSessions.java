package org.sallyport.platform.mail.transport;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.mail.MailRoute;
import org.sallyport.platform.mail.MailRoute.Login;
import org.sallyport.platform.mail.MailRoute.Security;
import org.sallyport.platform.mail.MailRoute.ServerSession;
import org.sallyport.platform.mail.MailRoute.Smtp;

/**
 * The sessions of the mail library.
 *
 * @param ascii for addresses that every mail server takes
 * @param unicode for others (RFC 6531)
 * @param login by what to authenticate; a session of the server's own does so itself
 */
record MailSessions(Session ascii, Session unicode, Optional<Login> login) {

  /** Those of this route; refuses a name in JNDI that is no mail session. */
  static MailSessions of(MailRoute route, String host, Sockets sockets) {
    if (route instanceof ServerSession named) {
      var session = find(named.name());
      return new MailSessions(session, session, Optional.empty());
    }
    var smtp = (Smtp) route;
    var unicode = properties(smtp, host, sockets);
    unicode.put("mail.mime.allowutf8", "true");
    return new MailSessions(
        Session.getInstance(properties(smtp, host, sockets)),
        Session.getInstance(unicode),
        smtp.login());
  }

  @SuppressWarnings("BanJNDI") // the name is the operator's
  private static Session find(String name) {
    try {
      if (new InitialContext().lookup(name) instanceof Session session) {
        return session;
      }
    } catch (NamingException e) {
      throw wrong(name, "there is nothing of this name");
    }
    throw wrong(name, "what has this name is no mail session");
  }

  private static ConfigurationException wrong(String name, String what) {
    return new ConfigurationException(
        "setting mail.session",
        "'" + name + "': " + what,
        "define a mail session of this name in the application server");
  }

  private static Properties properties(Smtp smtp, String host, Sockets sockets) {
    var protocol = smtp.security() == Security.TLS ? "smtps" : "smtp";
    var all = new Properties();
    all.put("mail.transport.protocol", protocol);
    var own = "mail." + protocol + ".";
    all.put(own + "host", smtp.host());
    all.put(own + "port", "" + smtp.port());
    all.put(own + "localhost", host);
    all.put(own + "auth", "" + smtp.login().isPresent());
    all.put(own + "connectiontimeout", "" + smtp.waits().connection().toMillis());
    all.put(own + "timeout", "" + smtp.waits().answer().toMillis());
    all.put(own + "writetimeout", "" + smtp.waits().answer().toMillis());
    // Once the mail is taken, nothing that the mail server says or leaves unsaid matters.
    all.put(own + "quitwait", "false");
    all.put(own + "socketFactory", sockets);
    all.put(own + "socketFactory.fallback", "false");
    if (smtp.security() == Security.STARTTLS) {
      all.put(own + "starttls.enable", "true");
      all.put(own + "starttls.required", "true");
    }
    all.put(own + "ssl.checkserveridentity", "true");
    all.put(own + "ssl.protocols", "TLSv1.3 TLSv1.2");
    return all;
  }
}
