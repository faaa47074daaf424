package org.sallyport.platform.mail;

import java.time.Duration;
import java.util.Optional;

/** The way to the mail server. */
public sealed interface MailRoute {

  /**
   * A session of the application server's own, which has its time-outs and its password.
   *
   * @param name its name in JNDI
   */
  record ServerSession(String name) implements MailRoute {}

  /** A mail server that Sallyport connects to itself. */
  record Smtp(String host, int port, Security security, Optional<Login> login, Waits waits)
      implements MailRoute {}

  /** How long to wait for a connection, and for each answer. */
  record Waits(Duration connection, Duration answer) {}

  /** By what Sallyport authenticates to the mail server (RFC 4954). */
  record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /** What protects the connection. */
  enum Security {
    /** TLS after the first words (RFC 3207); without it, nothing is sent. */
    STARTTLS(587),
    /** TLS from the first byte on (RFC 8314 §3.3). */
    TLS(465),
    /** Nothing: for a mail server on this very machine. */
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /** The port that is usual for it. */
    public int port() {
      return port;
    }
  }
}
