package org.sallyport.platform.http;

import java.util.List;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.page.WiredPages;
import org.sallyport.platform.runtime.FaultClassifier;

/** The beans that answer problems, wired by hand. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class WiredResponses {
  private WiredResponses() {}

  public static ProblemResponses problems() {
    var answers = new ProblemResponses();
    answers.audit = new Audit();
    answers.page = WiredPages.page();
    return answers;
  }

  public static Faults faults(FaultClassifier classifier) {
    var faults = new Faults();
    faults.classifiers = new Several<>(List.of(classifier));
    return faults;
  }
}
