package org.sallyport.platform.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the audit log is told while this is open. */
public final class AuditLog extends Handler implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("org.sallyport.audit");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private AuditLog() {}

  /** From now on. */
  public static AuditLog open() {
    var log = new AuditLog();
    LOG.addHandler(log);
    return log;
  }

  /** Its lines so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOG.removeHandler(this);
  }
}
