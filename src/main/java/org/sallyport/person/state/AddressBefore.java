package org.sallyport.person.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The mail address of a person before they changed it, as it is kept with the link that restores
 * it.
 *
 * @param verifiedAt when it was verified; empty if it was not
 * @param fileEmail what the file said, if the address was of its owner's choice
 */
public record AddressBefore(
    String email, Optional<Instant> verifiedAt, Optional<String> fileEmail) {
  private static final String OWN = "own ";

  /** The same as a text. */
  public String text() {
    var verified = verifiedAt.map(Instant::toString).orElse("");
    return String.join("\n", email, verified, fileEmail.map(OWN::concat).orElse(""));
  }

  /** What {@link #text} wrote. */
  public static AddressBefore read(String text) {
    var lines = text.split("\n", 3);
    if (lines.length < 3) {
      throw new IllegalArgumentException("this is no address of before");
    }
    var verified = Optional.of(lines[1]).filter(line -> !line.isEmpty()).map(Instant::parse);
    var file = Optional.of(lines[2]).filter(line -> line.startsWith(OWN));
    return new AddressBefore(lines[0], verified, file.map(line -> line.substring(OWN.length())));
  }
}
