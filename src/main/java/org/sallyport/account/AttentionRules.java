package org.sallyport.account;

import static java.util.Comparator.comparing;
import static org.sallyport.grant.EndReason.REFRESH_TOKEN_REUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.person.Person;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.session.BrowserName;
import org.sallyport.session.BrowserTrace;

/**
 * Which things about an account its owner should look at, by what is known of it. What may be the
 * work of somebody else comes first.
 *
 * @param mailed whether the server sends mail
 * @param pending the address that the account gets once a link is used
 * @param events what happened of late, of the kinds of {@link #EVENTS}, the newest first
 * @param newBrowsers sign-ins with browsers that were new, which the person has not seen yet
 * @param here the sign-in of the browser that asks; none if it is not known
 */
record AttentionRules(
    Person person,
    boolean mailed,
    Optional<MailAddress> pending,
    List<StoredEvent> events,
    List<BrowserTrace> newBrowsers,
    Optional<BrowserTrace> here,
    Instant now) {
  /** How long what happened is news. */
  static final Duration NEWS = Duration.ofDays(7);

  /** The kinds of events that the rules look at. */
  static final List<String> EVENTS =
      List.of(
          "password_changed",
          "credential_assigned",
          "email_changed",
          "email_restored",
          "grant_ended");

  private static final Duration EXPIRES_SOON = Duration.ofDays(30);
  private static final int MOST_OF_A_KIND = 5;

  /**
   * A thing to look at.
   *
   * @param key the last part of the key of its sentence
   * @param page the page on which one does something about it, below {@code /account}
   * @param values what the sentence says: times, ids of clients, and texts
   */
  record AttentionItem(String key, String page, List<Object> values) {
    private AttentionItem(String key, String page, Object... values) {
      this(key, page, List.of(values));
    }
  }

  /** Those there are, the most urgent first; mostly none. */
  List<AttentionItem> items() {
    return Stream.of(
            password().stream(), browsers(), applications(), address().stream(), expiry().stream())
        .flatMap(items -> items)
        .toList();
  }

  private Optional<AttentionItem> password() {
    if (person.mustChangePassword()) {
      return Optional.of(new AttentionItem("password-due", "password"));
    }
    return newest("password_changed", "credential_assigned")
        .flatMap(e -> e.entry().event().equals("password_changed") ? changed(e) : assigned(e));
  }

  private static Optional<AttentionItem> assigned(StoredEvent event) {
    return Optional.of(new AttentionItem("password-set", "password", event.at()));
  }

  // Whoever changed it from where this browser is needs not be told.
  private Optional<AttentionItem> changed(StoredEvent event) {
    return event
        .entry()
        .parties()
        .address()
        .filter(from -> here.filter(h -> !h.address().equals(from)).isPresent())
        .map(from -> new AttentionItem("password-changed", "password", event.at(), from));
  }

  // Several sign-ins with what looks like the same browser are told as one, the newest.
  private Stream<AttentionItem> browsers() {
    var seen = new HashSet<List<String>>();
    return newBrowsers.stream()
        .sorted(comparing(BrowserTrace::at).reversed())
        .filter(t -> seen.add(List.of(BrowserName.of(t.userAgent()).line(), t.address())))
        .limit(MOST_OF_A_KIND)
        .map(AttentionRules::browser);
  }

  private static AttentionItem browser(BrowserTrace trace) {
    var name = BrowserName.of(trace.userAgent()).line();
    return name.isEmpty()
        ? new AttentionItem("unknown-browser", "sessions", trace.at(), trace.address())
        : new AttentionItem("new-browser", "sessions", trace.at(), trace.address(), name);
  }

  private Stream<AttentionItem> applications() {
    return events.stream()
        .filter(e -> REFRESH_TOKEN_REUSED.name().equals(e.entry().detail().get("reason")))
        .flatMap(e -> e.entry().parties().client().map(c -> ended(e, c)).stream())
        .limit(MOST_OF_A_KIND);
  }

  private static AttentionItem ended(StoredEvent event, Object client) {
    return new AttentionItem("access-ended", "activity", event.at(), client);
  }

  private List<AttentionItem> address() {
    return Stream.of(changedAddress(), pendingAddress(), wayBack())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<AttentionItem> changedAddress() {
    return newest("email_changed", "email_restored")
        .filter(e -> e.entry().event().equals("email_changed"))
        .map(e -> new AttentionItem("email-changed", "email", e.at()));
  }

  private Optional<AttentionItem> pendingAddress() {
    return pending.map(address -> new AttentionItem("email-pending", "email", address.toString()));
  }

  private Optional<AttentionItem> wayBack() {
    var email = person.email();
    if (email.isVerified()) {
      return Optional.empty();
    }
    if (!mailed) {
      return Optional.of(new AttentionItem("no-mail", "email"));
    }
    return email
        .address()
        .map(address -> new AttentionItem("email-unverified", "email", address.toString()))
        .or(() -> Optional.of(new AttentionItem("email-missing", "email")));
  }

  private Optional<AttentionItem> expiry() {
    return person
        .account()
        .expiresAt()
        .filter(end -> end.isBefore(now.plus(EXPIRES_SOON)))
        .map(end -> new AttentionItem("expires", "data", end));
  }

  private Optional<StoredEvent> newest(String one, String other) {
    return events.stream()
        .filter(e -> e.entry().event().equals(one) || e.entry().event().equals(other))
        .findFirst();
  }
}
