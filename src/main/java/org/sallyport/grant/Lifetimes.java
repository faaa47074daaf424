package org.sallyport.grant;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what belongs to a grant is good for.
 *
 * @param code how long a code may wait to be redeemed
 * @param accessToken how long an access token is valid
 * @param refreshIdle how long a refresh token may lie unused
 * @param refresh how long a grant may be refreshed at all
 * @param grace how long the token before the newest still counts as a retry
 */
public record Lifetimes(
    Duration code, Duration accessToken, Duration refreshIdle, Duration refresh, Duration grace) {
  private static final Duration TOMBSTONE = Duration.ofMinutes(30);

  /** How long a code may wait that may do so no longer than this. */
  Duration code(Duration atMost) {
    return code.compareTo(atMost) < 0 ? code : atMost;
  }

  /** Until when a refresh token given out now may lie unused. */
  Instant refreshUntil(Instant granted, Instant now) {
    var idle = now.plus(refreshIdle);
    var end = granted.plus(refresh);
    return idle.isBefore(end) ? idle : end;
  }

  /** From when on nobody can need the row, not even to recognise a replay. */
  Instant forgetAt(Instant granted, boolean refreshable) {
    var last = refreshable ? granted.plus(refresh) : granted.plus(code);
    return last.plus(accessToken).plus(TOMBSTONE);
  }
}
