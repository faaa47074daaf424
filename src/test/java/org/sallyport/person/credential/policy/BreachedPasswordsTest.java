package org.sallyport.person.credential.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.person.credential.Password;
import org.sallyport.platform.config.ConfigurationException;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class BreachedPasswordsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Password KNOWN = new Password("correct horse battery staple");

  @TempDir private Path folder = Path.of("");

  @Test
  void without_a_file_nothing_is_looked_up() {
    var none = TestPolicy.breached(Map.of(), Clock.systemUTC());
    none.start();
    assertThat(none.contain(KNOWN)).isFalse();
  }

  @Test
  void a_file_that_cannot_be_used_keeps_the_server_from_starting() throws IOException {
    assertThatThrownBy(() -> passwords("none.txt").start())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("setting password.breached-file")
        .hasMessageContaining("none.txt");
    Files.writeString(folder.resolve("other.txt"), "password\n");
    assertThatThrownBy(() -> passwords("other.txt").start())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("HASH:COUNT");
  }

  @Test
  void a_sound_file_is_searched() throws IOException {
    Files.writeString(
        folder.resolve("hashes.txt"), "ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:216\r\n");
    var passwords = passwords("hashes.txt");
    assertThatCode(passwords::start).doesNotThrowAnyException();
    assertThat(passwords.contain(KNOWN)).isTrue();
    assertThat(passwords.contain(new Password("Correct horse battery staple"))).isFalse();
  }

  @Test
  void a_file_that_is_damaged_later_is_one_warning_in_ten_minutes_and_refuses_nobody() {
    var passwords = passwords("gone.txt");
    var warnings = new ArrayList<String>();
    var listener = listener(warnings);
    var log = Logger.getLogger(BreachedPasswords.class.getName());
    log.addHandler(listener);
    try {
      for (var i = 0; i < 5; i++) {
        assertThat(passwords.contain(KNOWN)).isFalse();
      }
      assertThat(warnings).hasSize(1).first().asString().contains("gone.txt");
      passwords.clock = Clock.fixed(NOW.plusSeconds(601), ZoneOffset.UTC);
      assertThat(passwords.contain(KNOWN)).isFalse();
      assertThat(warnings).hasSize(2);
    } finally {
      log.removeHandler(listener);
    }
  }

  private BreachedPasswords passwords(String file) {
    var settings = Map.of("password.breached-file", folder.resolve(file).toString());
    return TestPolicy.breached(settings, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Handler listener(List<String> warnings) {
    return new Handler() {
      @Override
      public void publish(LogRecord written) {
        warnings.add(written.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
