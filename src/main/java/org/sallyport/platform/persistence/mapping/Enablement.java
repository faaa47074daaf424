package org.sallyport.platform.persistence.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row that the configuration file made may act, and which of the things that it was given
 * are void: those from before its end. The end is one date, so that ending touches one row.
 */
@Embeddable
public class Enablement {
  private boolean enabled;

  @Column(name = "left_at")
  private @Nullable Instant leftAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected Enablement() {}

  /** A new row, of which nothing is void. */
  public Enablement(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * The file has it, enabled or not. Each change ends what was before, once more when it is enabled
   * again, since other nodes go on for a moment; a return within the grace time changes nothing.
   */
  public void take(boolean wanted, Instant now, Duration grace) {
    var was = enabled && leftAt == null;
    if (was != wanted && !(wanted && returnsInTime(now, grace))) {
      endedAt = now;
    }
    if (!wanted && leftAt != null) {
      endedAt = now;
    }
    enabled = wanted;
    leftAt = null;
  }

  /** The file does not have it any more: it may do nothing, and has ended after the grace time. */
  public void leave(Instant now) {
    if (!enabled && leftAt == null) {
      endedAt = now;
    }
    enabled = false;
    leftAt = now;
  }

  /** Ends all that it was given, though it may go on; such as after somebody else has used it. */
  public void end(Instant now) {
    endedAt = now;
  }

  /** Whether it left the file less than the grace time ago. */
  public boolean leftRecently(Instant now, Duration grace) {
    return leftAt != null && StoredTime.isWithin(grace, leftAt, now);
  }

  /** Corrects an end that a clock which was wrong has dated ahead: it would void what is new. */
  public void correct(Instant now) {
    if (endedAt != null && StoredTime.isAhead(endedAt, now)) {
      endedAt = now;
    }
  }

  /** Whether it may act. */
  public boolean enabled() {
    return enabled;
  }

  /** When it left the file, if it has and did not return. */
  public Optional<Instant> leftAt() {
    return Optional.ofNullable(leftAt);
  }

  /** When what it had been given became void, if that ever happened. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Whether what it was given at this time is void. */
  public boolean voids(Instant given) {
    return endedAt != null && !given.isAfter(endedAt);
  }

  // What was disabled before it left, or while it was away, has ended.
  private boolean returnsInTime(Instant now, Duration grace) {
    var ended = leftAt != null && endedAt != null && !endedAt.isBefore(leftAt);
    return leftRecently(now, grace) && !ended;
  }
}
