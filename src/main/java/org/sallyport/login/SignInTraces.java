package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.signin.KnownDevices;
import org.sallyport.person.signin.KnownDevices.Owner;
import org.sallyport.person.signin.NewBrowsers;
import org.sallyport.person.signin.NewBrowsers.BrowserSignIn;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.ratelimit.ClientAddress;
import org.sallyport.session.BrowserName;

/**
 * What a sign-in leaves at the account: the day and the language, and a mail to its owner if the
 * browser was not used for it before. Written in the transaction of the sign-in.
 */
@ApplicationScoped
class SignInTraces {
  private static final int LONGEST_USER_AGENT = 255;

  @Inject People people;
  @Inject PersonMails mails;
  @Inject KnownDevices devices;
  @Inject NewBrowsers newBrowsers;
  @Inject Languages languages;
  @Inject Clock clock;

  /**
   * Leaves them.
   *
   * @param device what the browser sent of earlier sign-ins
   */
  void leave(
      HttpServletRequest request,
      HttpServletResponse response,
      Person person,
      Optional<String> device) {
    var now = clock.instant();
    var language = languages.choose(request, Optional.empty());
    var known = device.filter(d -> devices.isKnown(d, Owner.of(person))).isPresent();
    // The first sign-in of an account is with a new browser, of course.
    if (!known && person.account().lastSignedInOn().isPresent() && isFirst(request, person, now)) {
      var browser = browser(request).line();
      var name = browser.isEmpty() ? "?" : browser;
      mails.tellOfNewBrowser(person, language, name, ClientAddress.of(request));
    }
    if (person.account().isFirstOfDay(now)
        || person.preferences().language().filter(language::equals).isEmpty()) {
      people.keepSignIn(person, now.atZone(ZoneOffset.UTC).toLocalDate(), language);
    }
    // A browser in which nobody chose a language speaks the one of the person from now on.
    person
        .preferences()
        .chosenLanguage()
        .filter(chosen -> !languages.isRemembered(request))
        .ifPresent(chosen -> languages.remember(response, chosen.toLanguageTag()));
  }

  // One mail for each kind of browser and network in a day.
  private boolean isFirst(HttpServletRequest request, Person person, Instant now) {
    var browser = browser(request).line();
    return newBrowsers.isFirstOfDay(
        new BrowserSignIn(person.subject(), browser, ClientAddress.of(request), now));
  }

  private static BrowserName browser(HttpServletRequest request) {
    var header = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    return BrowserName.of(header.substring(0, Math.min(LONGEST_USER_AGENT, header.length())));
  }
}
