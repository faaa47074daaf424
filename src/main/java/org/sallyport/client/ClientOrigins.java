package org.sallyport.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.sallyport.platform.http.AllowedOrigins;
import org.sallyport.platform.persistence.StoreFault;
import org.sallyport.platform.work.Background;

/**
 * The web origins of all clients; while the database is away, those that were last known. A request
 * that needs no database waits for it no longer than half a second here, and any number of them
 * hold one connection.
 */
@ApplicationScoped
public class ClientOrigins implements AllowedOrigins {
  private static final int PATIENCE_MILLIS = 500;

  private final Recent<String, Set<String>> recent = new Recent<>();
  private volatile Set<String> last = Set.of();
  private CompletableFuture<Set<String>> reading = CompletableFuture.completedFuture(last);

  @Inject ClientRows rows;
  @Inject Background background;

  @Override
  public boolean allows(String origin) {
    return recent.known("all").orElseGet(this::inTime).contains(origin);
  }

  private Set<String> inTime() {
    try {
      return reading().get(PATIENCE_MILLIS, MILLISECONDS);
    } catch (TimeoutException e) {
      return last;
    } catch (ExecutionException e) {
      if (StoreFault.passing(e)) {
        return last;
      }
      throw new IllegalStateException("the clients cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return last;
    }
  }

  private synchronized CompletableFuture<Set<String>> reading() {
    if (reading.isDone()) {
      reading = CompletableFuture.supplyAsync(this::read, background);
    }
    return reading;
  }

  private Set<String> read() {
    last = recent.get("all", k -> Optional.of(rows.origins())).orElse(Set.of());
    return last;
  }

  /** Reads everything anew from now on. */
  void forget() {
    recent.clear();
  }
}
