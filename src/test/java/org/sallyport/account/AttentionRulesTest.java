package org.sallyport.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.account.AttentionRules.AttentionItem;
import org.sallyport.person.Person;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditParties;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.ClientId;
import org.sallyport.session.BrowserTrace;

class AttentionRulesTest {
  private static final Instant NOW = StoredPeople.NOW;
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final ClientId SHOP = new ClientId("shop");
  private static final BrowserTrace HERE = new BrowserTrace(NOW, "", "192.0.2.7");
  private static final Map<String, Object> VERIFIED =
      Map.of("email", "alice@example.test", "email_verified", true);
  private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64) Firefox/140.0";

  @Test
  void an_account_in_order_needs_no_attention() {
    assertThat(items(person(VERIFIED))).isEmpty();
  }

  @Test
  void a_password_that_is_to_be_changed_is_told() {
    var due = StoredPeople.person(VERIFIED, Optional.empty(), true);
    assertThat(items(due)).containsExactly(item("password-due", "password"));
    assertThat(items(due, event("credential_assigned", "")))
        .containsExactly(item("password-due", "password"));
  }

  @Test
  void a_change_of_the_password_from_elsewhere_is_told_and_one_from_here_is_not() {
    assertThat(items(person(VERIFIED), event("password_changed", "198.51.100.1")))
        .containsExactly(item("password-changed", "password", YESTERDAY, "198.51.100.1"));
    assertThat(items(person(VERIFIED), event("password_changed", HERE.address()))).isEmpty();
    assertThat(items(person(VERIFIED), event("password_changed", ""))).isEmpty();
  }

  @Test
  void a_password_of_the_administrators_is_told_until_its_owner_has_chosen_one() {
    var assigned = event("credential_assigned", "");
    assertThat(items(person(VERIFIED), assigned))
        .containsExactly(item("password-set", "password", YESTERDAY));
    assertThat(items(person(VERIFIED), event("password_changed", HERE.address()), assigned))
        .isEmpty();
  }

  @Test
  void new_browsers_are_told_with_their_names_where_those_are_known() {
    var traces = List.of(trace(FIREFOX), trace("curl/8.0"));
    assertThat(rules(person(VERIFIED), true, List.of(), traces).items())
        .containsExactly(
            item("new-browser", "sessions", YESTERDAY, "198.51.100.1", "Firefox, Windows"),
            item("unknown-browser", "sessions", YESTERDAY, "198.51.100.1"));
  }

  @Test
  void of_each_kind_there_are_five_at_most() {
    var traces =
        IntStream.range(0, 9)
            .mapToObj(i -> new BrowserTrace(YESTERDAY, FIREFOX, "198.51.100." + i))
            .toList();
    assertThat(rules(person(VERIFIED), true, List.of(), traces).items()).hasSize(5);
  }

  @Test
  void a_browser_that_signed_in_more_than_once_is_told_once() {
    var later = new BrowserTrace(NOW, FIREFOX, "198.51.100.1");
    var traces = List.of(trace(FIREFOX), later, trace(FIREFOX));
    assertThat(rules(person(VERIFIED), true, List.of(), traces).items())
        .containsExactly(item("new-browser", "sessions", NOW, "198.51.100.1", "Firefox, Windows"));
  }

  @Test
  void an_application_whose_refresh_token_came_twice_is_told_and_one_that_gave_up_is_not() {
    assertThat(items(person(VERIFIED), ended("REFRESH_TOKEN_REUSED"), ended("REVOKED")))
        .containsExactly(item("access-ended", "activity", YESTERDAY, SHOP));
  }

  @Test
  void a_change_of_the_address_is_told_until_it_is_undone() {
    var changed = event("email_changed", "");
    assertThat(items(person(VERIFIED), changed))
        .containsExactly(item("email-changed", "email", YESTERDAY));
    assertThat(items(person(VERIFIED), event("email_restored", ""), changed)).isEmpty();
  }

  @Test
  void an_address_that_is_to_be_confirmed_is_told() {
    assertThat(items(person(Map.of("email", "alice@example.test"))))
        .containsExactly(item("email-unverified", "email", "alice@example.test"));
    var pending = Optional.of(MailAddress.of("new@example.test"));
    var rules =
        new AttentionRules(
            person(VERIFIED), true, pending, List.of(), List.of(), Optional.of(HERE), NOW);
    assertThat(rules.items()).containsExactly(item("email-pending", "email", "new@example.test"));
  }

  @Test
  void it_is_told_that_no_link_to_a_new_password_could_be_sent() {
    assertThat(items(person(Map.of()))).containsExactly(item("email-missing", "email"));
    var unverified = person(Map.of("email", "alice@example.test"));
    assertThat(rules(unverified, false, List.of(), List.of()).items())
        .containsExactly(item("no-mail", "email"));
    assertThat(rules(person(VERIFIED), false, List.of(), List.of()).items()).isEmpty();
  }

  @Test
  void the_end_of_the_account_is_told_thirty_days_before() {
    var soon = NOW.plus(Duration.ofDays(29));
    assertThat(items(StoredPeople.person(VERIFIED, Optional.of(soon), false)))
        .containsExactly(item("expires", "data", soon));
    var late = NOW.plus(Duration.ofDays(31));
    assertThat(items(StoredPeople.person(VERIFIED, Optional.of(late), false))).isEmpty();
  }

  @Test
  void what_may_be_the_work_of_others_comes_first() {
    var person = StoredPeople.person(Map.of(), Optional.of(NOW.plusSeconds(60)), false);
    var events = List.of(ended("REFRESH_TOKEN_REUSED"), event("password_changed", "198.51.100.1"));
    assertThat(rules(person, true, events, List.of(trace(FIREFOX))).items())
        .extracting(AttentionItem::key)
        .containsExactly(
            "password-changed", "new-browser", "access-ended", "email-missing", "expires");
  }

  @Test
  void each_sentence_is_there_in_each_language_with_all_its_values() {
    var values = new Object[] {"VALUE-0", "VALUE-1", "VALUE-2"};
    var places =
        Map.of("password-changed", 2, "new-browser", 3, "unknown-browser", 2, "access-ended", 2);
    for (var language : Texts.LANGUAGES) {
      var texts = Brand.NONE.in(language);
      places.forEach(
          (key, count) ->
              assertThat(texts.text("account.attention." + key, values))
                  .contains(List.of("VALUE-0", "VALUE-1", "VALUE-2").subList(0, count)));
    }
  }

  private static List<AttentionItem> items(Person person, StoredEvent... events) {
    return rules(person, true, List.of(events), List.of()).items();
  }

  private static AttentionRules rules(
      Person person, boolean mailed, List<StoredEvent> events, List<BrowserTrace> browsers) {
    return new AttentionRules(
        person, mailed, Optional.empty(), events, browsers, Optional.of(HERE), NOW);
  }

  private static Person person(Map<String, Object> claims) {
    return StoredPeople.person(claims, Optional.empty(), false);
  }

  private static AttentionItem item(String key, String page, Object... values) {
    return new AttentionItem(key, page, List.of(values));
  }

  private static BrowserTrace trace(String userAgent) {
    return new BrowserTrace(YESTERDAY, userAgent, "198.51.100.1");
  }

  private static StoredEvent event(String kind, String address) {
    var from = Optional.of(address).filter(a -> !a.isEmpty());
    var parties = new AuditParties(Optional.empty(), Optional.empty(), Optional.empty(), from);
    return stored(new AuditEntry(kind, true, Optional.empty(), parties, Map.of()));
  }

  private static StoredEvent ended(String reason) {
    var parties =
        new AuditParties(Optional.empty(), Optional.of(SHOP), Optional.empty(), Optional.empty());
    return stored(
        new AuditEntry("grant_ended", true, Optional.empty(), parties, Map.of("reason", reason)));
  }

  private static StoredEvent stored(AuditEntry entry) {
    return new StoredEvent(TimeOrderedId.next(NOW), YESTERDAY, entry);
  }
}
