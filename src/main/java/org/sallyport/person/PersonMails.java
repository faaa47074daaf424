package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.MailLinks;
import org.sallyport.person.link.NewLink;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.mail.Mail;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.Outbox;

/** The mails to people about their accounts; each is written in the transaction of the caller. */
@ApplicationScoped
public class PersonMails {
  @Inject MailLinks links;
  @Inject Outbox outbox;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Sends a person a link to the address that they have.
   *
   * @param payload what is kept with the link
   * @param spoken the language of the page, for a person who has chosen none
   * @return false if there is no address, or mail is off
   */
  public boolean sendLink(LinkPurpose purpose, Person person, String payload, Locale spoken) {
    return person
        .email()
        .address()
        .map(to -> new NewLink(purpose, person.subject(), to, payload))
        .filter(link -> send(link, person, spoken))
        .isPresent();
  }

  /**
   * Sends a link about this person to the address that it says, in the language of the person.
   *
   * @return false if mail is off
   */
  public boolean send(NewLink link, Person person, Locale spoken) {
    if (!outbox.isAvailable()) {
      return false;
    }
    var about = Map.of("name", person.displayName(), "username", person.username());
    return outbox.add(mail(link, language(person, spoken), about));
  }

  /** Sends a link to the owner of an address that has no account yet. */
  public boolean sendToStranger(NewLink link, Locale spoken) {
    return outbox.add(mail(link, spoken, Map.of()));
  }

  private Mail mail(NewLink link, Locale language, Map<String, String> about) {
    var now = clock.instant();
    var purpose = link.purpose();
    var page = settings.endpoint("/" + purpose.word());
    var values = new HashMap<>(about);
    values.put("link", page + "?link=" + links.issue(link, now));
    var until = Optional.of(now.plus(purpose.lifetime()));
    return new Mail(link.to(), language, purpose.word(), values, until);
  }

  /** Tells a person who wants to register that they have an account. */
  public boolean tellOfAccount(Person person, Locale spoken) {
    var link = settings.endpoint("/forgot");
    var values = Map.of("name", person.displayName(), "username", person.username(), "link", link);
    return tell(person, spoken, "registration-known", values);
  }

  /** Tells the holder of an address that it is no longer that of a person. */
  public boolean tellOfRestoredAddress(MailAddress to, Person person, Locale spoken) {
    var values = Map.of("name", person.displayName());
    return outbox.add(
        new Mail(to, language(person, spoken), "email-restored", values, Optional.empty()));
  }

  /** Tells a person that their password was changed, wherever that was done. */
  public boolean tellOfPasswordChange(Person person, Locale spoken) {
    var values = Map.of("name", person.displayName(), "link", settings.endpoint("/forgot"));
    return tell(person, spoken, "password-changed", values);
  }

  /**
   * Tells a person of a sign-in with a browser that was not used for the account before.
   *
   * @param browser such as {@code Firefox, Windows}
   * @param address where it came from
   */
  public boolean tellOfNewBrowser(Person person, Locale spoken, String browser, String address) {
    var values =
        Map.of(
            "name",
            person.displayName(),
            "browser",
            browser,
            "address",
            address,
            "link",
            settings.endpoint("/account/sessions"));
    return tell(person, spoken, "new-browser", values);
  }

  /** Tells a person that their account was deleted. */
  public boolean tellOfDeletion(Person person, Locale spoken) {
    var values = Map.of("name", person.displayName(), "username", person.username());
    return tell(person, spoken, "account-deleted", values);
  }

  private boolean tell(Person person, Locale spoken, String kind, Map<String, String> values) {
    return person
        .email()
        .address()
        .filter(to -> outbox.isAvailable())
        .map(to -> new Mail(to, language(person, spoken), kind, values, Optional.empty()))
        .filter(outbox::add)
        .isPresent();
  }

  private static Locale language(Person person, Locale spoken) {
    var said = person.claims().text("locale").map(Locale::forLanguageTag);
    return person.preferences().language().or(() -> said).orElse(spoken);
  }
}
