package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.platform.mail.OutboxRows.OutboxState;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.Tally;
import org.sallyport.platform.runtime.HealthCheck;

/** What became of mails, as metrics and as warnings; a node is ready without mail too. */
@ApplicationScoped
public class MailHealth implements HealthCheck, Measured {
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final Family WAITING =
      Family.gauge("mails_waiting", "Mails in the outbox that are not sent yet");
  private static final Family OLDEST =
      Family.gauge("mail_waiting_seconds", "How long the oldest of them has waited");
  private static final Family DEAD =
      Family.gauge("mails_given_up", "Mails that were given up in the last day");

  @Inject MailServer server;
  @Inject Clock clock;

  private final Tally outcomes =
      new Tally(Family.counter("mails_total", "Tries to send a mail, by their outcome"));
  private volatile OutboxState last = OutboxState.EMPTY;

  /** Counts what became of so many mails: {@code sent}, {@code later}, {@code given up}, … */
  void count(String outcome, int mails) {
    if (mails > 0) {
      outcomes.add(Map.of("outcome", outcome), mails);
    }
  }

  /** Takes note of what is in the outbox. */
  void note(OutboxState state) {
    last = state;
  }

  @Override
  public Stream<Measure> measures() {
    var state = last;
    var now =
        Stream.of(
            WAITING.of(state.waiting()),
            OLDEST.of(waited(state).toMillis() / 1e3),
            DEAD.of(state.dead()));
    return Stream.concat(now, outcomes.measures());
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    var state = last;
    var all = new ArrayList<String>();
    server.missing().ifPresent(why -> all.add("mail is off: " + why));
    if (waited(state).compareTo(LONG) > 0) {
      all.add("mails wait for more than 15 minutes");
    }
    if (state.dead() > 0) {
      all.add(state.dead() + " mails were given up in the last day");
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }

  private Duration waited(OutboxState state) {
    Instant oldest = state.oldest();
    return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
  }
}
