package org.sallyport.demo.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes every mail that comes to a port of this machine, which nobody reaches from another one. */
@WebListener
public class MailSink implements ServletContextListener {
  private static final Logger LOG = Logger.getLogger(MailSink.class.getName());
  private static final int LONGEST_SILENCE = 10_000;
  private static final int MOST_WAITING = 10;

  @Inject
  @ConfigProperty(name = "demo.mail-port")
  int port;

  @Inject ReceivedMails mails;

  @SuppressWarnings("NullAway.Init") // the server sets it
  @Resource
  ManagedThreadFactory threads;

  private @Nullable ServerSocket door;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (port == 0) {
      return;
    }
    try {
      var open = new ServerSocket(port, MOST_WAITING, InetAddress.getLoopbackAddress());
      door = open;
      threads.newThread(() -> serve(open)).start();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The demo takes no mail at port " + port, e);
    }
  }

  // One after the other, as Sallyport sends them.
  private void serve(ServerSocket open) {
    while (!open.isClosed()) {
      try (var connection = open.accept()) {
        connection.setSoTimeout(LONGEST_SILENCE);
        new MailSession(connection, mails).serve();
      } catch (IOException e) {
        LOG.log(Level.FINE, "A connection of the mail server ended", e);
      }
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      if (door != null) {
        door.close();
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "The mail server was closed already", e);
    }
  }
}
