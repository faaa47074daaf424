package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.HealthCheck;

/** Whether the database answers within a second; a stalled one never holds more than one probe. */
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
  @Inject Database database;
  @Inject Background background;

  private @Nullable Future<Boolean> probe;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    try {
      var answered = probe().get(1, TimeUnit.SECONDS);
      return answered ? Optional.empty() : Optional.of("the database refuses us");
    } catch (TimeoutException e) {
      return Optional.of("the database does not answer");
    } catch (ExecutionException e) {
      return Optional.of("the database cannot be asked");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the database was not asked to the end");
    }
  }

  private synchronized Future<Boolean> probe() {
    if (probe == null || probe.isDone()) {
      probe = background.submit(database::answers);
    }
    return probe;
  }
}
