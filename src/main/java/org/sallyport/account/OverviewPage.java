package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sallyport.account.AttentionRules.AttentionItem;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.ClientId;
import org.sallyport.session.OpenSession;

/** The first page of the account: what there is, and what of it needs attention. */
@Named
@RequestScoped
public class OverviewPage {
  @Inject AccountContext account;
  @Inject AccountSessions sessions;
  @Inject AccountApplications applications;
  @Inject AccountAttention attention;
  @Inject Clients clients;

  // Each read once, however often the page asks.
  private @Nullable List<AccountSection> shown;
  private @Nullable List<OpenSession> open;
  private @Nullable List<AttentionNotice> notices;

  /**
   * Something that needs attention.
   *
   * @param text what it is
   * @param link the page on which one acts, as a path of ours
   * @param action what the link says
   */
  public record AttentionNotice(String text, String link, String action) {}

  /**
   * A section of the account.
   *
   * @param text how it stands with it
   * @param link its page, as a path of ours
   * @param action what the link says
   */
  public record AccountSection(String title, String text, String link, String action) {}

  /** What needs attention, the most urgent first; mostly nothing does. */
  public List<AttentionNotice> getNotices() {
    if (notices == null) {
      notices = attention.of(account.user(), open()).stream().map(this::notice).toList();
    }
    return notices;
  }

  private AttentionNotice notice(AttentionItem item) {
    var texts = account.texts();
    var values = item.values().stream().map(this::words).toArray();
    return new AttentionNotice(
        texts.text("account.attention." + item.key(), values),
        "/account/" + item.page(),
        texts.text("account.overview." + item.page() + ".action"));
  }

  // Apart from the direction of the sentence: times, addresses and names have one of their own.
  private String words(Object value) {
    var text = value instanceof Instant at ? account.time(at) : value;
    return "\u2068" + (value instanceof ClientId id ? name(id) : text) + "\u2069";
  }

  private String name(ClientId id) {
    return clients
        .find(id)
        .map(client -> client.metadata().about().name().in(account.texts().locale()))
        .orElse(id.value());
  }

  private List<OpenSession> open() {
    if (open == null) {
      open = sessions.of(account.user());
    }
    return open;
  }

  /** The sections, each with how it stands. */
  public List<AccountSection> getSections() {
    if (shown == null) {
      shown = read();
    }
    return shown;
  }

  private List<AccountSection> read() {
    var texts = account.texts();
    var changed = words(account.person().credentialsChangedAt());
    return List.of(
        section("password", texts.text("account.overview.password", changed)),
        section("email", email(texts)),
        section("sessions", count(texts, "sessions", open().size())),
        section("applications", count(texts, "applications", apps())),
        section("activity", texts.text("account.overview.activity")),
        section("preferences", texts.text("account.overview.preferences")),
        section("data", texts.text("account.overview.data")));
  }

  private String email(Texts texts) {
    var state = account.person().email();
    var key = state.isVerified() ? "account.overview.email" : "account.overview.email.unverified";
    return state
        .address()
        .map(address -> texts.text(key, words(address)))
        .orElseGet(() -> texts.text("account.email.none"));
  }

  private int apps() {
    return applications.of(account.person()).size();
  }

  private AccountSection section(String name, String text) {
    var texts = account.texts();
    return new AccountSection(
        texts.text("account." + name),
        text,
        "/account/" + name,
        texts.text("account.overview." + name + ".action"));
  }

  private static String count(Texts texts, String section, int number) {
    return texts.text("account.overview." + section, number);
  }
}
