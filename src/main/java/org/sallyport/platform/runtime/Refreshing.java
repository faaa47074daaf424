package org.sallyport.platform.runtime;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Renews something again and again, by one thread at a time; warns of the first failure only. */
final class Refreshing implements Runnable {
  private static final Logger LOG = Logger.getLogger(Refreshing.class.getName());

  private final String what;
  private final Runnable work;
  private boolean failing;

  Refreshing(String what, Runnable work) {
    this.what = what;
    this.work = work;
  }

  @Override
  public void run() {
    try {
      work.run();
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> "Could not refresh " + what);
      failing = true;
    }
  }
}
