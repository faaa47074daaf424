package org.sallyport.person;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sallyport.Effort;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** A configuration file of many people: what a start takes grows with their number alone. */
class ManyPeopleTest {
  private static final int MANY = 8_000;
  private static final long MOST_MILLIS = 15_000;

  @StoreTest
  void they_are_taken_in_a_time_that_lets_a_server_start(Store store) {
    var clock = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    var file =
        IntStream.range(0, MANY)
            .mapToObj("{\"username\": \"person-%1$d\", \"name\": \"Person %1$d\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    // With the square of their number it would be several times this.
    Effort.within(MOST_MILLIS, "new people", () -> StoredPeople.apply(store, clock, file));
    Effort.within(MOST_MILLIS, "known people", () -> StoredPeople.apply(store, clock, file));
  }
}
