package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.page.Texts;

/** The first page of the account: what there is, and what of it needs attention. */
@Named
@RequestScoped
public class OverviewPage {
  @Inject AccountContext account;
  @Inject AccountSessions sessions;
  @Inject AccountApplications applications;

  // Read once, however often the page asks.
  private @Nullable List<AccountSection> shown;

  /**
   * A section of the account.
   *
   * @param text how it stands with it
   * @param link its page, as a path of ours
   * @param action what the link says
   */
  public record AccountSection(String title, String text, String link, String action) {}

  /** The sections, each with how it stands. */
  public List<AccountSection> getSections() {
    if (shown == null) {
      shown = read();
    }
    return shown;
  }

  private List<AccountSection> read() {
    var texts = account.texts();
    var changed = account.time(account.person().credentialsChangedAt());
    return List.of(
        section("password", texts.text("account.overview.password", changed)),
        section("email", email(texts)),
        section("sessions", count(texts, "sessions", sessions.of(account.user()).size())),
        section("applications", count(texts, "applications", apps())),
        section("activity", texts.text("account.overview.activity")),
        section("preferences", texts.text("account.overview.preferences")),
        section("data", texts.text("account.overview.data")));
  }

  private String email(Texts texts) {
    var state = account.person().account();
    var key = state.isVerified() ? "account.overview.email" : "account.overview.email.unverified";
    return state
        .address()
        .map(address -> texts.text(key, address.toString()))
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
