package org.sallyport;

import org.sallyport.platform.runtime.Background;

/** The background, but without threads of its own. */
public final class SameThread {
  private SameThread() {}

  /** Runs what it is given at once. */
  public static Background background() {
    return new Background() {
      @Override
      public void execute(Runnable work) {
        work.run();
      }
    };
  }
}
