package org.sallyport.platform.http;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.runtime.FaultClassifier;
import org.sallyport.platform.runtime.PassingFault;
import org.sallyport.protocol.OAuthException;

/** Tells what an exception is: a refusal that was wrapped on its way, or a fault to be logged. */
@ApplicationScoped
public class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());
  private static final int DEEPEST = 20;

  @Inject Instance<FaultClassifier> classifiers;

  /** What to answer; a fault is logged under this number, with where it happened. */
  public Problem problem(Throwable thrown, CaseNumber number) {
    return refusal(thrown).map(Problem::of).orElseGet(() -> fault(thrown, number));
  }

  /** Whether it is a fault that passes by itself, and no refusal. */
  public boolean isPassing(Throwable thrown) {
    return refusal(thrown).isEmpty() && passing(thrown).isPresent();
  }

  private Problem fault(Throwable thrown, CaseNumber number) {
    var passing = passing(thrown);
    // Of those that pass there may be thousands, and where they happen tells nothing.
    if (passing.isPresent()) {
      LOG.warning(() -> "A fault that passes, case=" + number + ": " + words(thrown));
    } else {
      LOG.log(Level.SEVERE, thrown, () -> "A fault, case=" + number);
    }
    return passing.orElseGet(() -> Problem.fault(false));
  }

  private Optional<Problem> passing(Throwable thrown) {
    return causes(thrown)
        .filter(PassingFault.class::isInstance)
        .map(fault -> Problem.passing(((PassingFault) fault).seconds()))
        .findFirst()
        .or(() -> classified(thrown) ? Optional.of(Problem.fault(true)) : Optional.empty());
  }

  private boolean classified(Throwable thrown) {
    return classifiers.stream().anyMatch(c -> c.passing(thrown));
  }

  private static String words(Throwable thrown) {
    return causes(thrown).map(Throwable::toString).collect(joining(" < ")).replaceAll("\\s+", " ");
  }

  static Optional<OAuthException> refusal(Throwable thrown) {
    return causes(thrown)
        .filter(OAuthException.class::isInstance)
        .map(OAuthException.class::cast)
        .findFirst();
  }

  /** The exception and its causes, outermost first. */
  public static Stream<Throwable> causes(Throwable thrown) {
    return Stream.<Throwable>iterate(thrown, t -> t != null, Throwable::getCause).limit(DEEPEST);
  }
}
