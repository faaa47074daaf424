package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.audit.store.AuditEvents;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.protocol.ClientId;

/** The page on which a person sees what happened with their account in the last 90 days. */
@Named
@RequestScoped
public class ActivityPage {
  private static final Duration SHOWN = Duration.ofDays(90);
  private static final int MOST = 200;
  private static final String WORDS = "account.event.";

  @Inject AccountContext account;
  @Inject AuditEvents events;
  @Inject Clients clients;

  // Read once, however often the page asks.
  private @Nullable List<ShownEvent> shown;

  /**
   * Something that happened, in words.
   *
   * @param application the name of the application that it was about; empty if it was about none
   * @param address where the request came from; empty if it is not known
   * @param number the case number of a refusal; empty for what was done
   */
  public record ShownEvent(
      String at, String what, String application, String address, String number) {}

  /** What happened, the newest first; what people have no word for is left out. */
  public List<ShownEvent> getEvents() {
    if (shown == null) {
      shown = read();
    }
    return shown;
  }

  private List<ShownEvent> read() {
    var since = account.now().minus(SHOWN);
    return events.of(account.person().subject(), since, MOST).stream()
        .filter(event -> account.texts().has(WORDS + event.entry().event()))
        .map(this::shown)
        .toList();
  }

  private ShownEvent shown(StoredEvent event) {
    var entry = event.entry();
    return new ShownEvent(
        account.time(event.at()),
        words(entry),
        entry.parties().client().map(this::name).orElse(""),
        entry.parties().address().orElse(""),
        number(entry));
  }

  // A refusal of a kind that has words of its own is told by them.
  private String words(AuditEntry entry) {
    var key = WORDS + entry.event();
    var ofKind = key + '.' + entry.detail().getOrDefault("reason", "");
    return account.texts().text(account.texts().has(ofKind) ? ofKind : key);
  }

  private String name(ClientId id) {
    return clients
        .find(id)
        .map(client -> client.metadata().about().name().in(account.texts().locale()))
        .orElse(id.value());
  }

  private static String number(AuditEntry entry) {
    return entry.number().map(CaseNumber::value).orElse("");
  }
}
