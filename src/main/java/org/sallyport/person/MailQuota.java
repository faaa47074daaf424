package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.sallyport.platform.sweep.UsedOnce;

/**
 * How many mails of a kind go out in an hour, on all nodes together and without a row that counts:
 * each mail of an hour is one value that is used once.
 */
@ApplicationScoped
public class MailQuota {
  @Inject UsedOnce usedOnce;
  @Inject Clock clock;

  /**
   * Whether one more may go out; counts it, in the transaction of the caller.
   *
   * @param kind what is counted by itself
   * @param whose the account or the address
   * @param most how many of them in an hour
   */
  public boolean take(String kind, String whose, int most) {
    var now = clock.instant();
    var hour = Duration.between(Instant.EPOCH, now).toHours();
    var until = now.plus(Duration.ofHours(2));
    return IntStream.range(0, most)
        .mapToObj(i -> whose + '\n' + hour + '\n' + i)
        .anyMatch(mail -> usedOnce.first(kind, mail, until));
  }
}
