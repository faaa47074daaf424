package org.sallyport;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sallyport.platform.config.Configuration;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.runtime.GracefulShutdown;
import org.sallyport.platform.runtime.StartStep;

/** Starts everything, in order, before the first request; or says in one line why it cannot. */
public class Startup implements ServletContextListener {
  private static final Logger LOG = Logger.getLogger(Startup.class.getName());
  private static final int DEEPEST = 20;
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(8);
  private static final Comparator<StartStep> ORDER = Comparator.comparing(StartStep::stage);

  @Inject Configuration configuration;
  @Inject Instance<Settings> settings;
  @Inject Instance<StartStep> steps;
  @Inject GracefulShutdown stopping;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      start(event.getServletContext().getContextPath());
    } catch (RuntimeException e) {
      LOG.severe(() -> "Sallyport cannot start: " + reason(e));
      end();
      throw e;
    }
  }

  /** Lets the requests that run be finished, before what they need is taken away. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stopping.begin();
    if (!stopping.finished(LAST_REQUESTS)) {
      LOG.warning("Sallyport stops while requests still run");
    }
    end();
  }

  private void start(String contextPath) {
    configuration.deployedAt(contextPath);
    var known = settings.get();
    known.identity().refuseUnlessAt(contextPath);
    steps.stream().sorted(ORDER).forEach(StartStep::start);
    LOG.info(() -> "Sallyport is ready at " + known.issuer());
  }

  private void end() {
    steps.stream().sorted(ORDER.reversed()).forEach(Startup::end);
  }

  private static void end(StartStep step) {
    try {
      step.end();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Something is left behind by this application", e);
    }
  }

  /** The one line that helps; what is no matter of configuration is logged whole beside it. */
  static String reason(RuntimeException failure) {
    var complaint =
        Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
            .limit(DEEPEST)
            .filter(ConfigurationException.class::isInstance)
            .map(ConfigurationException.class::cast)
            .findFirst();
    if (complaint.isPresent()) {
      return complaint.get().line();
    }
    LOG.log(Level.SEVERE, "The start failed", failure);
    return "a fault: " + String.valueOf(failure).replaceAll("\\p{Cntrl}+", " ");
  }
}
