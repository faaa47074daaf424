package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sallyport.Tool;

/** The environment of a process whose clock is wrong, by libfaketime. */
final class FakeTime {
  private FakeTime() {}

  /** A clock that is off by so many seconds for good. */
  static Map<String, String> off(int seconds) {
    return environment("FAKETIME", (seconds < 0 ? "" : "+") + seconds);
  }

  /**
   * A clock that is off by what this file says, such as {@code +100d}, from one moment to the next.
   */
  static Map<String, String> asIn(Path file) {
    var all = new java.util.HashMap<>(environment("FAKETIME_TIMESTAMP_FILE", file.toString()));
    all.put("FAKETIME_NO_CACHE", "1");
    return all;
  }

  private static Map<String, String> environment(String name, String value) {
    return Map.of(
        "LD_PRELOAD",
        library().toString(),
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // Else a wait of the JVM with a time-out ends at once, and it spins.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0",
        name,
        value);
  }

  private static Path library() {
    try (var architectures = Files.list(Path.of("/usr/lib"))) {
      return architectures
          .map(a -> a.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(() -> Tool.missing("libfaketime is missing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
