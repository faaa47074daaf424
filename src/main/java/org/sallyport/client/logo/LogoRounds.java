package org.sallyport.client.logo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.client.logo.ClientLogoRows.DueLogo;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.image.PictureRefused;

/** Fetches logos that are due, one after the other; one round runs at a time on a node. */
@ApplicationScoped
public class LogoRounds {
  private static final Logger LOG = Logger.getLogger(LogoRounds.class.getName());
  private static final int AT_ONCE = 100;
  // What Clients gives may be a second old.
  private static final Duration OVERLAP = Duration.ofSeconds(10);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));

  @Inject ClientLogoRows rows;
  @Inject LogoSource source;
  @Inject Clients clients;
  @Inject Clock clock;

  private Instant since = Instant.EPOCH;

  /** Looks for clients that have changed, then fetches what is due. */
  synchronized void run() {
    lookForChanges();
    for (var logo : rows.due(clock.instant(), AT_ONCE)) {
      if (rows.claim(logo, clock.instant())) {
        fetch(logo);
      }
    }
  }

  private void lookForChanges() {
    var newest = since;
    var after = "";
    var some = rows.changed(since, after, AT_ONCE);
    while (!some.isEmpty()) {
      for (var client : some) {
        clients
            .find(client.id())
            .flatMap(c -> c.metadata().about().pages().logo())
            .ifPresent(uri -> rows.want(client.id(), uri, clock.instant()));
        newest = client.at().isAfter(newest) ? client.at() : newest;
        after = client.id().value();
      }
      some = rows.changed(since, after, AT_ONCE);
    }
    if (newest.minus(OVERLAP).isAfter(since)) {
      since = newest.minus(OVERLAP);
    }
  }

  private void fetch(DueLogo logo) {
    if (!isWanted(logo)) {
      rows.forget(logo);
      return;
    }
    try {
      rows.keep(logo, source.get(logo.source()));
    } catch (PictureRefused e) {
      failed(logo, e.reason());
    } catch (IOException e) {
      failed(logo, String.valueOf(e.getMessage()));
    }
  }

  private boolean isWanted(DueLogo logo) {
    return clients
        .find(logo.client())
        .flatMap(c -> c.metadata().about().pages().logo())
        .filter(logo.source()::equals)
        .isPresent();
  }

  private void failed(DueLogo logo, String reason) {
    var pause = PAUSES.get(Math.min(logo.tries(), PAUSES.size() - 1));
    LOG.log(
        logo.tries() == 0 ? Level.WARNING : Level.FINE,
        () ->
            "no logo for client "
                + logo.client()
                + " from "
                + logo.source()
                + ", which is tried again: "
                + reason.replaceAll("\\p{Cntrl}", " "));
    rows.failed(logo, clock.instant().plus(pause), reason);
  }
}
