package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.GrantId;

/** What the embedded database still knows after its process was killed. */
class KilledProcessTest {
  @Test
  void what_was_answered_is_still_there_after_the_process_is_killed(@TempDir Path folder)
      throws IOException, InterruptedException {
    var done = writeAndKill(folder);

    try (var store = Stores.h2In(folder)) {
      var grants = TestGrants.of(store);
      assertThat(done)
          .hasSizeGreaterThanOrEqualTo(60)
          .allMatch(id -> store.inTransaction(() -> grants.active(id)));
    }
  }

  private List<GrantId> writeAndKill(Path folder) throws IOException, InterruptedException {
    var process = start(folder);
    var done = new ArrayList<GrantId>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.length() == 36) {
          done.add(new GrantId(UUID.fromString(line)));
        }
        if (done.size() == 60) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return done;
  }

  private Process start(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", classes, KilledWriter.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
