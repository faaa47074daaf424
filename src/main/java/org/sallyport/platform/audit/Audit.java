package org.sallyport.platform.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.Tally;

/**
 * The audit log: one line an event, in the log named {@code org.sallyport.audit}, and what the
 * {@link AuditSink} keeps of it.
 */
@ApplicationScoped
public class Audit implements Measured {
  private static final Logger LOG = Logger.getLogger("org.sallyport.audit");
  private static final ThreadLocal<@Nullable String> ADDRESS = new ThreadLocal<>();

  private final Tally events =
      new Tally(Family.counter("events_total", "What the audit log tells, by event and kind"));

  @Inject Settings settings;
  @Inject Instance<AuditSink> sinks;

  private List<AuditSink> told = List.of();
  private boolean json;

  @PostConstruct
  void choose() {
    json = settings.operation().logsJson();
    told = sinks.stream().toList();
  }

  /**
   * Writes the event, with the address that the request of this thread came from. A deed is a row
   * of the transaction that runs: nothing is done that cannot be written down.
   */
  public void record(AuditEvent event) {
    record(event, false);
  }

  /** Writes a refusal that a page tells a person of. */
  public void recordShown(AuditEvent.Refusal refusal) {
    record(refusal, true);
  }

  /** Writes deeds that were done together, which may be many. */
  public void recordAll(List<? extends AuditEvent.Deed> deeds) {
    var address = Optional.ofNullable(ADDRESS.get());
    if (!told.isEmpty()) {
      var kept = deeds.stream().filter(AuditEvent::hasOwnRow).toList();
      var entries = kept.stream().map(deed -> AuditEntry.of(deed, address)).toList();
      told.forEach(sink -> sink.takeAll(kept, entries));
    }
    deeds.forEach(deed -> write(deed, address));
  }

  private void record(AuditEvent event, boolean shown) {
    var address = Optional.ofNullable(ADDRESS.get());
    var entry = told.isEmpty() ? Optional.<AuditEntry>empty() : kept(event, address);
    entry.ifPresent(e -> told.forEach(sink -> sink.take(event, e, shown)));
    write(event, address);
  }

  private void write(AuditEvent event, Optional<String> address) {
    var level = event instanceof AuditEvent.Faulted ? Level.WARNING : Level.INFO;
    var line = json ? AuditLine.json(event, address) : AuditLine.of(event, address);
    // With its source: a formatter would walk the whole stack for it.
    LOG.logp(level, Audit.class.getName(), "record", line);
    events.count(AuditLine.labels(event));
  }

  private static Optional<AuditEntry> kept(AuditEvent event, Optional<String> address) {
    return event.hasOwnRow() ? Optional.of(AuditEntry.of(event, address)) : Optional.empty();
  }

  @Override
  public Stream<Measure> measures() {
    return events.measures();
  }

  /** From here on, what this thread records came from this address. */
  public static void comesFrom(String address) {
    ADDRESS.set(address);
  }

  /** From here on, what this thread records came from nowhere. */
  public static void comesFromNowhere() {
    ADDRESS.remove();
  }
}
