package org.sallyport.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.HealthCheck;

/** Asks every check, and waits for none longer than two seconds in all. */
@ApplicationScoped
public class Readiness {
  private final Map<String, Probe> probes = new ConcurrentHashMap<>();

  @Inject Instance<HealthCheck> checks;
  @Inject Background background;

  /** What should be mended, by the name of the check; none of it keeps the node from serving. */
  Map<String, String> warnings() {
    var warnings = new TreeMap<String, String>();
    checks.forEach(c -> c.warning().ifPresent(w -> warnings.put(c.name(), w)));
    return warnings;
  }

  /** What is wrong, by the name of the check; empty if nothing is. */
  Map<String, String> problems() {
    checks.forEach(
        c -> probes.computeIfAbsent(c.name(), n -> new Probe(c::problem)).begin(background));
    var problems = new TreeMap<String, String>();
    var until = System.nanoTime() + Probe.PATIENCE.toNanos();
    probes.forEach((name, probe) -> probe.outcome(until).ifPresent(p -> problems.put(name, p)));
    return problems;
  }
}
