package org.sallyport.client.registry;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.sallyport.platform.http.filter.AllowedOrigins;
import org.sallyport.platform.persistence.RecentlyRead;
import org.sallyport.platform.persistence.connection.StoreFault;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/**
 * The web origins of all clients: an index that is there before the first request, and that takes
 * over what has changed when somebody asks, once a second at most. While the database is away, it
 * is what it last was. A request that needs no database waits for it no longer than half a second
 * here, and any number of them hold one connection.
 */
@ApplicationScoped
public class ClientOrigins implements AllowedOrigins, StartStep {
  private static final int PATIENCE_MILLIS = 500;
  private static final int AT_ONCE = 1_000;

  private final RecentlyRead<String, OriginIndex> recent = new RecentlyRead<>();
  private volatile OriginIndex last = new OriginIndex();
  private CompletableFuture<OriginIndex> reading = CompletableFuture.completedFuture(last);

  @Inject ClientRows rows;
  @Inject Background background;

  /** After the configuration was applied. */
  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  /** Reads the origins of all clients. */
  @Override
  public void start() {
    read();
  }

  @Override
  public boolean allows(String origin) {
    return recent.known("all").orElseGet(this::inTime).contains(origin);
  }

  private OriginIndex inTime() {
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

  private synchronized CompletableFuture<OriginIndex> reading() {
    if (reading.isDone()) {
      reading = CompletableFuture.supplyAsync(this::read, background);
    }
    return reading;
  }

  private OriginIndex read() {
    last = recent.get("all", k -> Optional.of(upToDate(last))).orElse(last);
    return last;
  }

  private OriginIndex upToDate(OriginIndex known) {
    var stamp = rows.lastChange();
    // An older one means another database, such as one that was restored.
    var index = stamp.isBefore(known.stamp()) ? new OriginIndex() : known;
    if (!stamp.equals(index.stamp())) {
      takeChanges(index);
      index.isAsOf(stamp);
    }
    return index;
  }

  private void takeChanges(OriginIndex index) {
    var after = "";
    while (true) {
      var changed = rows.changedOrigins(index.stamp(), after, AT_ONCE);
      changed.forEach(client -> index.put(client.clientId(), client.origins()));
      if (changed.size() < AT_ONCE) {
        return;
      }
      after = changed.get(changed.size() - 1).clientId();
    }
  }

  /** Looks for changes when somebody asks next. */
  void forget() {
    recent.clear();
  }
}
