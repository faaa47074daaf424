package org.sallyport.demo.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/** What a mail server says in one connection (RFC 5321), as far as one needs it to take mail. */
final class MailSession {
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_MAIL = 256 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final ReceivedMails mails;

  MailSession(Socket connection, ReceivedMails mails) throws IOException {
    this.in = new BufferedInputStream(connection.getInputStream());
    this.out = connection.getOutputStream();
    this.mails = mails;
  }

  /** Serves until the other side ends, or says what nobody should. */
  void serve() throws IOException {
    say("220 demo ESMTP");
    while (hear(line())) {}
  }

  private boolean hear(String line) throws IOException {
    switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
      case "EHLO" -> say("250-demo\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE " + LONGEST_MAIL);
      case "HELO", "MAIL", "RCPT", "RSET", "NOOP" -> say("250 OK");
      case "DATA" -> {
        say("354 End with a dot");
        mails.add(mail());
        say("250 OK");
      }
      case "QUIT" -> {
        say("221 Bye");
        return false;
      }
      default -> say("502 Not known here");
    }
    return true;
  }

  // A dot at the beginning of a line was doubled (§4.5.2).
  private byte[] mail() throws IOException {
    var mail = new ByteArrayOutputStream();
    for (var line = line(); !line.equals("."); line = line()) {
      mail.write((line.startsWith(".") ? line.substring(1) : line).getBytes(ISO_8859_1));
      mail.write('\r');
      mail.write('\n');
      if (mail.size() > LONGEST_MAIL) {
        throw new IOException("the mail is too long");
      }
    }
    return mail.toByteArray();
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > LONGEST_LINE) {
        throw new IOException("the line has no end");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private void say(String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(US_ASCII));
    out.flush();
  }
}
