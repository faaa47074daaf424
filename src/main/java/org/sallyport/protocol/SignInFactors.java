package org.sallyport.protocol;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What proved who a person is, one factor after the other. From it follows what clients are told of
 * the sign-in: here alone.
 *
 * @param all at least one
 */
public record SignInFactors(List<ProvenFactor> all) {
  public SignInFactors {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("nobody signs in without a factor");
    }
    all = List.copyOf(all);
  }

  /** A sign-in that these factors proved. */
  public static SignInFactors of(ProvenFactor... factors) {
    return new SignInFactors(List.of(factors));
  }

  /**
   * The factors of a session that an earlier version began, which kept no list: all of them at the
   * one time that it kept.
   *
   * @param amr the values of RFC 8176, apart by blanks
   */
  public static SignInFactors ofEarlier(String amr, Instant time) {
    return new SignInFactors(
        Arrays.stream(amr.split(" ")).map(m -> new ProvenFactor(List.of(m), time)).toList());
  }

  /**
   * The factors that {@link #toString} has written, unless a later version wrote them otherwise.
   */
  public static Optional<SignInFactors> parse(String text) {
    var factors = Arrays.stream(text.split(" ")).map(ProvenFactor::parse).toList();
    return !factors.isEmpty() && factors.stream().allMatch(Optional::isPresent)
        ? Optional.of(new SignInFactors(factors.stream().map(Optional::get).toList()))
        : Optional.empty();
  }

  /**
   * What clients are told (OpenID Connect Core §2). The time is that of the first factor, since a
   * client that limits its age means all of the sign-in. The class is that of a password, which no
   * other way in falls short of.
   */
  public Authentication authentication() {
    var time = all.stream().map(ProvenFactor::at).min(Comparator.naturalOrder()).orElseThrow();
    var amr = all.stream().flatMap(factor -> factor.methods().stream()).distinct().toList();
    return new Authentication(time, Authentication.PASSWORD, amr);
  }

  /** As it is stored: the factors, apart by blanks. */
  @Override
  public String toString() {
    return all.stream().map(ProvenFactor::toString).collect(joining(" "));
  }
}
