package org.sallyport.platform.audit.seal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far an export has come: all of the checkpoints before this one, and of this one the rows up
 * to a place. Rows come in the order in which they were sealed, so that none appears later before
 * it.
 */
public record AuditCursor(long checkpoint, int chain, long position) {
  /** Before the first row. */
  public static final AuditCursor BEGIN = new AuditCursor(0, 0, 0);

  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,15})\\.([0-9]{1,9})\\.([0-9]{1,15})");

  /** The cursor of this text, as an export has written it. */
  public static Optional<AuditCursor> parse(String text) {
    return Optional.of(TEXT.matcher(text))
        .filter(m -> m.matches())
        .map(
            m ->
                new AuditCursor(
                    Long.parseLong(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Long.parseLong(m.group(3))));
  }

  @Override
  public String toString() {
    return checkpoint + "." + chain + "." + position;
  }
}
