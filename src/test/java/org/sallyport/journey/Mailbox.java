package org.sallyport.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.sallyport.Poll;

/**
 * A mail server on loopback, for all tests, with the mails of everybody. Servers with the same
 * people send from different addresses, so that each test finds its own.
 */
public final class Mailbox {
  /** Who gets the test mail of each start. */
  static final String OPERATOR = "operator@example.org";

  static final String SHARED = "accounts@id.test";
  private static final GreenMail MAILS = started();

  private Mailbox() {}

  /** These settings, and the mail server; the mails are from the usual address. */
  static Map<String, String> settings(Map<String, String> others) {
    var all = settings(SHARED, others);
    all.put("SALLYPORT_MAIL_TEST_TO", OPERATOR);
    return all;
  }

  /** These settings, and the mail server; the mails are from this address. */
  static Map<String, String> settings(String sender, Map<String, String> others) {
    var all = new HashMap<>(others);
    all.put("SALLYPORT_MAIL_HOST", "127.0.0.1");
    all.put("SALLYPORT_MAIL_PORT", "" + MAILS.getSmtp().getPort());
    all.put("SALLYPORT_MAIL_SECURITY", "none");
    all.put("SALLYPORT_MAIL_FROM", "Konten für alle <%s>".formatted(sender));
    all.put("SALLYPORT_REGISTRATION_DOMAINS", "signup.test, Bücher.test");
    all.put("SALLYPORT_ACCOUNT_DELETION", "true");
    return all;
  }

  /** The newest mail to an address, once there is one. */
  static MimeMessage newest(String address) {
    Poll.until(Duration.ofSeconds(30), () -> !all(address).isEmpty());
    var all = all(address);
    return all.get(all.size() - 1);
  }

  /** The mails to an address, in the order in which they came. */
  static List<MimeMessage> all(String address) {
    return all(SHARED, address);
  }

  /** The mails from one address to another, in the order in which they came. */
  static List<MimeMessage> all(String sender, String address) {
    return Arrays.stream(MAILS.getReceivedMessages())
        .filter(mail -> isBetween(mail, sender, address))
        .toList();
  }

  /** The mail of this number to an address, once there are so many. */
  static MimeMessage await(String address, int number) {
    return await(SHARED, address, number);
  }

  /** The mail of this number from one address to another, once there are so many. */
  static MimeMessage await(String sender, String address, int number) {
    Poll.until(Duration.ofSeconds(30), () -> all(sender, address).size() >= number);
    return all(sender, address).get(number - 1);
  }

  /** The first mail about something, after so many others; notices may come before it. */
  static MimeMessage awaitAfter(int before, String sender, String address, String subject) {
    for (var number = before + 1; ; number++) {
      var mail = await(sender, address, number);
      if (subject(mail).startsWith(subject)) {
        return mail;
      }
    }
  }

  /** What a mail is about. */
  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** The address that the button of a mail leads to. */
  static String link(MimeMessage mail) throws MessagingException, IOException {
    var parts = (MimeMultipart) mail.getContent();
    var html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
    return html.expectFirst("a.button").attr("href");
  }

  /** The address that the button of the newest mail to somebody leads to. */
  public static String newestLink(String address) {
    try {
      return link(newest(address));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isBetween(MimeMessage mail, String sender, String address) {
    try {
      return isIn(mail.getFrom(), sender) && isIn(mail.getAllRecipients(), address);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isIn(Address[] some, String address) {
    return Arrays.stream(some).anyMatch(a -> ((InternetAddress) a).getAddress().equals(address));
  }

  private static GreenMail started() {
    var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mails.start();
    return mails;
  }
}
