package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenSettings;
import org.sallyport.platform.mail.MailRoute.Login;
import org.sallyport.platform.mail.MailRoute.Security;
import org.sallyport.platform.mail.MailRoute.ServerSession;
import org.sallyport.platform.mail.MailRoute.Smtp;
import org.sallyport.platform.mail.MailRoute.Waits;
import org.sallyport.protocol.address.AddressRange;

/** How mail is sent; without {@code mail.host} and {@code mail.session}, none is. */
@ApplicationScoped
public class MailSettings implements SettingsGroup {
  private static final Setting HOST =
      Setting.of("mail.host", "", "the mail server; without it and mail.session, no mail is sent");
  private static final Setting PORT =
      Setting.of("mail.port", "", "its port; default: 587, 465 with tls, 25 with none");
  private static final Setting USER =
      Setting.of("mail.user", "", "the user name for the mail server, if it wants one");
  private static final Setting PASSWORD = Setting.secret("mail.password", "that user's password");
  private static final Setting FROM =
      Setting.of("mail.from", "", "whom mail comes from: an address, or Name <address>");
  private static final Setting SECURITY =
      Setting.of(
          "mail.security",
          "starttls",
          "starttls (required), tls from the first byte, or none if the mail server is on this"
              + " machine");
  private static final Setting SESSION =
      Setting.of(
          "mail.session",
          "",
          "a mail session of the application server instead, by its name in JNDI");
  private static final Setting CONNECT_TIMEOUT =
      Setting.of("mail.connect-timeout", "PT5S", "how long to wait for a connection to it");
  private static final Setting ANSWER_TIMEOUT =
      Setting.of("mail.answer-timeout", "PT20S", "how long to wait for each of its answers");

  /** The directory of replaced texts. */
  static final Setting TEMPLATES =
      Setting.of("mail.templates", "", "a directory with texts of your own for the mails");

  private static final Setting TEST_TO =
      Setting.of("mail.test-to", "", "an address that gets a test mail at each start");

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Optional<MailRoute> route = Optional.empty();
  private Optional<MailFrom> from = Optional.empty();
  private Optional<MailAddress> testTo = Optional.empty();
  private MailTexts texts = MailTexts.ofWar();

  @Override
  public List<Setting> declared() {
    return List.of(
        HOST,
        PORT,
        USER,
        PASSWORD,
        FROM,
        SECURITY,
        SESSION,
        CONNECT_TIMEOUT,
        ANSWER_TIMEOUT,
        TEMPLATES,
        TEST_TO);
  }

  @Override
  public void read(WrittenSettings written) {
    var smtp = written.find(HOST).map(host -> smtp(written, host));
    var session = written.find(SESSION).map(MailSettings::session);
    if (smtp.isPresent() && session.isPresent()) {
      throw SESSION.wrong("mail.host is set too", "keep one of them");
    }
    route = smtp.<MailRoute>map(s -> s).or(() -> session);
    from = written.find(FROM).map(text -> as(FROM, text, MailFrom::parse));
    if (route.isPresent() && from.isEmpty()) {
      throw FROM.wrong("it is not set", "write it like Accounts <accounts@example.org>");
    }
    testTo = written.find(TEST_TO).map(text -> as(TEST_TO, text, MailAddress::of));
    texts = written.path(TEMPLATES).map(ReplacedTexts::in).orElseGet(MailTexts::ofWar);
    if (route.isEmpty()) {
      refuseAlone(written, PORT, USER, PASSWORD, TEST_TO);
    }
  }

  /** The way to the mail server; none if no mail is sent. */
  Optional<MailRoute> route() {
    return route;
  }

  /** Whom mail comes from; refuses to say where no mail is sent. */
  MailFrom from() {
    return from.orElseThrow();
  }

  /** Who gets a test mail. */
  Optional<MailAddress> testTo() {
    return testTo;
  }

  /** The texts of the mails. */
  MailTexts texts() {
    return texts;
  }

  private static Smtp smtp(WrittenSettings written, String host) {
    var security = security(written.text(SECURITY));
    if (!host.matches("[A-Za-z0-9._:-]+")) {
      throw HOST.wrong("'" + host + "' is no host", "write its name or address alone");
    }
    if (security == Security.NONE && !onThisMachine(host)) {
      throw SECURITY.wrong("mail would go over the network in the clear", "write starttls or tls");
    }
    return new Smtp(
        host,
        written.find(PORT).map(p -> written.number(PORT, 1, 65_535)).orElse(security.port()),
        security,
        login(written),
        new Waits(
            written.duration(CONNECT_TIMEOUT, SECOND, LONGEST),
            written.duration(ANSWER_TIMEOUT, SECOND, LONGEST)));
  }

  private static Optional<Login> login(WrittenSettings written) {
    var user = written.find(USER);
    var password = written.find(PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      throw (user.isPresent() ? PASSWORD : USER)
          .wrong("it is not set", "set mail.user and mail.password");
    }
    return user.flatMap(u -> password.map(p -> new Login(u, p)));
  }

  private static ServerSession session(String name) {
    if (!name.matches("[!-~]+")) {
      throw SESSION.wrong("'" + name + "' is no name", "write it like java:/mail/sallyport");
    }
    return new ServerSession(name);
  }

  private static Security security(String text) {
    for (var security : Security.values()) {
      if (security.name().toLowerCase(Locale.ROOT).equals(text)) {
        return security;
      }
    }
    throw SECURITY.wrong("'" + text + "' is unknown", "write starttls, tls or none");
  }

  private static boolean onThisMachine(String host) {
    return host.equals("localhost")
        || AddressRange.address(host).filter(a -> a.isLoopbackAddress()).isPresent();
  }

  private static void refuseAlone(WrittenSettings written, Setting... settings) {
    for (var setting : settings) {
      if (written.find(setting).isPresent()) {
        throw setting.wrong("it is set, but no mail server is", "set mail.host or mail.session");
      }
    }
  }

  private static <T> T as(Setting setting, String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException e) {
      throw setting.wrong("'" + text + "': " + e.getMessage(), "write it like name@example.org");
    }
  }
}
