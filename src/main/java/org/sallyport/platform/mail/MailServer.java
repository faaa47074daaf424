package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.config.Settings;

/**
 * The way to the mail server, if there is one. The mail library is the application server's, and
 * may be missing: then the classes that name it cannot be loaded, and mail is off.
 */
@ApplicationScoped
public class MailServer {
  private static final Logger LOG = Logger.getLogger(MailServer.class.getName());
  private static final String LIBRARY = "jakarta.mail.Session";
  private static final String TRANSPORT = "org.sallyport.platform.mail.transport.JakartaMail";

  @Inject MailSettings settings;
  @Inject Settings all;

  private boolean looked;
  private Optional<MailTransport> found = Optional.empty();
  private volatile Optional<String> missing = Optional.empty();

  /** The way to it; none if mail is off. Refuses a mail session that is none. */
  synchronized Optional<MailTransport> transport() {
    if (!looked) {
      found = settings.route().flatMap(this::find);
      looked = true;
    }
    return found;
  }

  /** Why mail is off although it is configured, if it is. */
  Optional<String> missing() {
    return missing;
  }

  private Optional<MailTransport> find(MailRoute route) {
    try {
      Class.forName(LIBRARY, false, MailServer.class.getClassLoader());
      return Optional.of(made(route));
    } catch (ClassNotFoundException | LinkageError e) {
      return off("this application server has no mail library (Jakarta Mail)", e);
    } catch (ReflectiveOperationException e) {
      return off("the mail library of this application server cannot send mail", e);
    }
  }

  private MailTransport made(MailRoute route) throws ReflectiveOperationException {
    var host = String.valueOf(URI.create(all.issuer()).getHost());
    var type = Class.forName(TRANSPORT, true, MailServer.class.getClassLoader());
    try {
      return (MailTransport)
          type.getConstructor(MailRoute.class, String.class).newInstance(route, host);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }

  private Optional<MailTransport> off(String why, Throwable cause) {
    missing = Optional.of(why);
    LOG.warning(() -> "Mail is off: " + why);
    LOG.log(Level.FINE, "What is missing for mail", cause);
    return Optional.empty();
  }
}
