package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.sallyport.platform.persistence.connection.StoreFault;
import org.sallyport.platform.runtime.FaultClassifier;

/** Has passing faults of the store answered with 503. */
@ApplicationScoped
public class StoreFaults implements FaultClassifier {
  @Override
  public boolean passing(Throwable fault) {
    return StoreFault.passing(fault);
  }
}
