package org.sallyport.platform.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Threads for what runs beside the requests. The server makes them, so they know the application;
 * but they are its own and end with it: those of a server's shared executors keep the class loader
 * of whichever application first used them, and some servers give those executors a single thread,
 * which one stalled look-up would hold.
 */
@ApplicationScoped
public class Background implements Executor, StartStep {
  private static final Logger LOG = Logger.getLogger(Background.class.getName());
  // Jakarta Concurrency §3.4.5.
  private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
  private static final int MOST_AT_ONCE = 32;
  // While some wait for a database that does not answer, keys are still read.
  private static final int TIMERS = 4;
  private static final int IDLE_SECONDS = 10;
  private static final int LAST_SECONDS = 2;

  @SuppressWarnings("NullAway.Init") // set before anyone asks
  private ThreadPoolExecutor workers;

  @SuppressWarnings("NullAway.Init") // set before anyone asks
  private ScheduledThreadPoolExecutor timers;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  /** Nothing: threads are made as they are needed. */
  @Override
  public void start() {}

  @PostConstruct
  void begin() {
    begin(threadsOfTheServer());
  }

  // Payara swallows whatever goes wrong when it injects a @Resource, and leaves the field null.
  @SuppressWarnings("BanJNDI") // the name is a constant
  private static ManagedThreadFactory threadsOfTheServer() {
    try {
      return (ManagedThreadFactory) new InitialContext().lookup(THREADS);
    } catch (NamingException e) {
      throw new IllegalStateException("the server gives no threads: there is no " + THREADS, e);
    }
  }

  void begin(ThreadFactory threads) {
    var waiting = new LinkedBlockingQueue<Runnable>();
    workers =
        new ThreadPoolExecutor(
            MOST_AT_ONCE, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, waiting, threads);
    workers.allowCoreThreadTimeOut(true);
    timers = new ScheduledThreadPoolExecutor(TIMERS, threads);
  }

  /** Runs this soon, on another thread. */
  @Override
  public void execute(Runnable work) {
    workers.execute(work);
  }

  /** Runs this soon, on another thread; what it gives or throws is in the future. */
  public <T> Future<T> submit(Callable<T> work) {
    var task = new FutureTask<>(work);
    execute(task);
    return task;
  }

  /** Runs this again and again until the application ends; a failure is logged and ends nothing. */
  public void every(Duration pause, Duration first, Runnable work) {
    var unused =
        timers.scheduleWithFixedDelay(
            () -> attempt(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Has this renewed again and again until the application ends. While that fails, what there is
   * stays; the log is warned of the first failure, not of each.
   */
  public void refreshing(String what, Duration pause, Runnable work) {
    every(pause, pause, new Refreshing(what, work));
  }

  /**
   * The same for work that may take long: it keeps a worker busy, never one of the few timers. What
   * is due before it ended is left out.
   *
   * @param first after which time it begins
   */
  public void refreshingBeside(String what, Duration pause, Duration first, Runnable work) {
    var refreshing = new Refreshing(what, work);
    var running = new AtomicBoolean();
    Runnable round =
        () -> {
          try {
            refreshing.run();
          } finally {
            running.set(false);
          }
        };
    every(
        pause,
        first,
        () -> {
          if (running.compareAndSet(false, true)) {
            execute(round);
          }
        });
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Work in the background failed, and will be tried again", e);
    }
  }

  // What runs may finish, since an interrupt in the middle of a file would close it.
  @Override
  public void end() {
    timers.shutdown();
    workers.shutdown();
    if (!ends(timers) || !ends(workers)) {
      timers.shutdownNow();
      workers.shutdownNow();
    }
  }

  private static boolean ends(ExecutorService threads) {
    try {
      return threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
