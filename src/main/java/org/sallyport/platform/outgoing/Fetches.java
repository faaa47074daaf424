package org.sallyport.platform.outgoing;

import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.platform.runtime.AdmissionGate;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.OAuthException;

/**
 * Where other hosts are waited for: never while a transaction runs, since that holds a connection
 * to the database which others need, and by few requests at once, since each holds a thread.
 */
@ApplicationScoped
public class Fetches {
  private static final int AT_ONCE = 16;
  private static final int AT_ONCE_FOR_ONE_HOST = 8;
  private static final int MOST_HOSTS = 10_000;

  private final AdmissionGate all = new AdmissionGate(AT_ONCE);
  private final Cache<String, AdmissionGate> hosts =
      Caffeine.newBuilder().maximumSize(MOST_HOSTS).build();

  @Inject Transactions transactions;

  /**
   * Does what waits for the host of this address: at once if no transaction runs. Else it throws,
   * and when the request is served anew the work is done, so what it learns has to be kept.
   */
  public void first(URI place, Runnable work) {
    var asked = new FetchFirst(place, work);
    if (transactionRuns()) {
      throw asked;
    }
    inTurn(asked);
  }

  /** Does the work; refuses where too many wait for other hosts already, or for this one. */
  void inTurn(FetchFirst asked) {
    var host = Optional.ofNullable(asked.place().getHost()).orElse("");
    in(hosts.get(host, h -> new AdmissionGate(AT_ONCE_FOR_ONE_HOST)), () -> in(all, asked.work()));
  }

  /** Refuses to let anybody wait while a transaction runs. */
  void mustBeOutsideTransactions() {
    if (transactionRuns()) {
      throw new IllegalStateException(
          "another host is asked while a transaction runs: ask it by Fetches.first()");
    }
  }

  private boolean transactionRuns() {
    return transactions.running() != null;
  }

  private static void in(AdmissionGate places, Runnable work) {
    if (!places.enter(Duration.ZERO)) {
      throw tooMany();
    }
    try {
      work.run();
    } finally {
      places.leave();
    }
  }

  private static OAuthException tooMany() {
    return TEMPORARILY_UNAVAILABLE.because("too many requests wait for other hosts: send it again");
  }
}
