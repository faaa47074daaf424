package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.account.AttentionRules.AttentionItem;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.person.Person;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.LiveLink;
import org.sallyport.person.link.MailLinks;
import org.sallyport.person.signin.NewBrowsers;
import org.sallyport.person.signin.NewBrowsers.BrowserSignIn;
import org.sallyport.platform.audit.store.AuditEvents;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.sweep.UsedOnce;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.session.BrowserName;
import org.sallyport.session.BrowserTrace;
import org.sallyport.session.OpenSession;

/**
 * What of an account needs the attention of its owner. It is read when the overview is shown; what
 * there is to know was written when it happened, for other reasons.
 */
@ApplicationScoped
@Transactional
class AccountAttention {
  private static final String SEEN = "new browser seen";
  // Of each one the database is asked.
  private static final int MOST_BROWSERS = 20;

  @Inject MailLinks links;
  @Inject AuditEvents events;
  @Inject NewBrowsers newBrowsers;
  @Inject UsedOnce usedOnce;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /**
   * What needs the attention of the person who is signed in.
   *
   * @param open all their sessions
   */
  List<AttentionItem> of(CurrentUser user, List<OpenSession> open) {
    var person = user.person();
    var now = clock.instant();
    var since = now.minus(AttentionRules.NEWS);
    var browsers = unseen(user, open).map(OpenSession::start).toList();
    var rules =
        new AttentionRules(
            person,
            outbox.isAvailable(),
            pending(person),
            events.of(person.subject(), since, AttentionRules.EVENTS),
            browsers,
            here(user, open),
            now);
    return rules.items();
  }

  /**
   * Remembers that these sessions were shown to the person in this browser, so that new ones among
   * them are no news there. Elsewhere they are, since somebody else may be looking.
   */
  void see(CurrentUser user, List<OpenSession> open) {
    var until = clock.instant().plus(NewBrowsers.REMEMBERED);
    unseen(user, open).forEach(one -> usedOnce.first(SEEN, sight(user, one), until));
  }

  // The one of this browser is no news to whoever uses it.
  private Stream<OpenSession> unseen(CurrentUser user, List<OpenSession> open) {
    var since = clock.instant().minus(NewBrowsers.REMEMBERED);
    return open.stream()
        .filter(one -> !isHere(user, one) && one.start().at().isAfter(since))
        .limit(MOST_BROWSERS)
        .filter(one -> newBrowsers.wasNew(signIn(user.person(), one.start())))
        .filter(one -> !usedOnce.isUsed(SEEN, sight(user, one)));
  }

  private static BrowserSignIn signIn(Person person, BrowserTrace start) {
    var browser = BrowserName.of(start.userAgent()).line();
    return new BrowserSignIn(person.subject(), browser, start.address(), start.at());
  }

  private static String sight(CurrentUser user, OpenSession seen) {
    return user.session().id().value() + '\n' + seen.session().id().value();
  }

  private static Optional<BrowserTrace> here(CurrentUser user, List<OpenSession> open) {
    return open.stream().filter(one -> isHere(user, one)).map(OpenSession::start).findFirst();
  }

  private static boolean isHere(CurrentUser user, OpenSession one) {
    return one.session().id().equals(user.session().id());
  }

  // One that was sent for an address of before changes nothing.
  private Optional<MailAddress> pending(Person person) {
    var has = person.email().text();
    return links
        .find(LinkPurpose.EMAIL_CHANGE, person.subject(), clock.instant())
        .filter(link -> link.payload().equals(has))
        .flatMap(LiveLink::to);
  }
}
