package org.sallyport.person.credential.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sallyport.person.credential.Password;
import org.sallyport.platform.runtime.StartStep;

/**
 * Passwords that were stolen elsewhere, if an operator has a file of them: looked up on disk, with
 * no word to anybody. A file that cannot be read at start keeps the server from starting; one that
 * fails later is a warning, and keeps nobody from choosing a password.
 */
@ApplicationScoped
public class BreachedPasswords implements StartStep {
  private static final Logger LOG = Logger.getLogger(BreachedPasswords.class.getName());
  private static final Duration QUIET = Duration.ofMinutes(10);

  @Inject PasswordSettings settings;
  @Inject Clock clock;

  private final AtomicReference<Instant> warnedAt = new AtomicReference<>(Instant.MIN);

  @Override
  public Stage stage() {
    return Stage.STORE;
  }

  @Override
  public void start() {
    file().ifPresent(BreachedPasswords::check);
  }

  private static void check(BreachedFile file) {
    try {
      file.check();
    } catch (IOException e) {
      throw PasswordSettings.BREACHED_FILE.wrong(
          file.path() + " cannot be used: " + e.getMessage(),
          "give a file of SHA-1 hashes in their order, such as that of Have I Been Pwned");
    }
  }

  /** Whether this password is one of them, as far as can be told. */
  boolean contain(Password password) {
    return file().filter(file -> isIn(file, password)).isPresent();
  }

  private boolean isIn(BreachedFile file, Password password) {
    try {
      for (var form : Stream.of(password.typed(), password.normalized()).distinct().toList()) {
        if (file.contains(sha1(form))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      warn(file, e);
      return false;
    }
  }

  private void warn(BreachedFile file, IOException reason) {
    var now = clock.instant();
    var before = warnedAt.getAndUpdate(at -> isOver(at, now) ? now : at);
    if (isOver(before, now)) {
      LOG.log(
          Level.WARNING,
          reason,
          () -> "A password was not looked up in " + file.path() + ", which is damaged");
    }
  }

  private static boolean isOver(Instant warned, Instant now) {
    return warned.isBefore(now.minus(QUIET));
  }

  private Optional<BreachedFile> file() {
    return settings.breachedFile().map(BreachedFile::new);
  }

  // Only because the file has it: nothing is kept under it.
  private static String sha1(String password) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(sha1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
