package org.sallyport.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.sallyport.Tool;

/** A disk of some megabytes in memory, which only root may mount. */
record SmallDisk(Path path) {
  private static final String SIZE = "size=16m";

  /** One that is empty; without it the test fails where all tests have to run, or is skipped. */
  static SmallDisk mounted() throws IOException, InterruptedException {
    var path = Program.emptyDirectory("small-disk").toPath().toAbsolutePath();
    if (ran("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", path.toString())) {
      return new SmallDisk(path);
    }
    throw Tool.missing("no tmpfs can be mounted here (not root?), so no disk is full");
  }

  /** Takes all the room there is. */
  void fill() throws IOException {
    for (var piece = 1 << 16; piece > 0; piece /= 4) {
      fill(new byte[piece]);
    }
  }

  private void fill(byte[] piece) throws IOException {
    try (var file =
        Files.newOutputStream(filling(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        file.write(piece);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space left")) {
        throw full;
      }
    }
  }

  /** Gives back what {@link #fill} took. */
  void empty() throws IOException {
    Files.delete(filling());
  }

  private Path filling() {
    return path.resolve("filling");
  }

  /** Takes the disk away, with all that is on it. */
  void unmount() throws IOException, InterruptedException {
    if (!ran("umount", path.toString())) {
      throw new IOException("still mounted: " + path);
    }
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
