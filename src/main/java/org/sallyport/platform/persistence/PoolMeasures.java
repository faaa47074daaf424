package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;

/** What the connections to the database are doing. */
@ApplicationScoped
public class PoolMeasures implements Measured {
  private static final Family CONNECTIONS =
      Family.gauge("pool_connections", "Connections to the database by what they are doing");
  private static final Family MOST =
      Family.gauge("pool_connections_max", "Connections to the database at most");
  private static final Family WAITING =
      Family.gauge("pool_waiting", "Requests that wait for a connection to the database");

  @Inject Database database;

  @Override
  public Stream<Measure> measures() {
    var pool = database.pool();
    var now = pool.getHikariPoolMXBean();
    return Stream.of(
        CONNECTIONS.of("state", "active", now.getActiveConnections()),
        CONNECTIONS.of("state", "idle", now.getIdleConnections()),
        MOST.of(pool.getMaximumPoolSize()),
        WAITING.of(now.getThreadsAwaitingConnection()));
  }
}
