package org.sallyport;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * What a piece of work takes of a processor. Other processes on the machine do not count, so that a
 * busy machine fails no test; work that never ends is left behind, and told with its stack.
 */
public final class Effort {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private Effort() {}

  /** Does the work, which may refuse; fails if it takes more processor time than this. */
  public static void within(long mostMillis, String name, Runnable work) {
    var failure = new AtomicReference<Error>();
    var thread = new Thread(() -> run(work, failure), "effort");
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive()) {
      var millis = millis(thread);
      if (millis > mostMillis) {
        throw new AssertionError(name + " took " + millis + " ms and more, at " + place(thread));
      }
      joinAWhile(thread);
    }
    if (failure.get() != null) {
      throw new AssertionError(name + " ended in " + failure.get(), failure.get());
    }
  }

  // A refusal is as good as an answer; an exhausted stack or heap is neither.
  private static void run(Runnable work, AtomicReference<Error> failure) {
    try {
      work.run();
    } catch (RuntimeException refusal) {
      failure.set(null);
    } catch (Error e) {
      failure.set(e);
    }
  }

  private static long millis(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()) / NANOS_PER_MILLI;
  }

  private static String place(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(12)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining("\n  "));
  }

  private static void joinAWhile(Thread thread) {
    try {
      thread.join(5);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
