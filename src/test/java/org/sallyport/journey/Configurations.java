package org.sallyport.journey;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files that are there, and some clients more. */
final class Configurations {
  private Configurations() {}

  /** A new file: that of this name, with these clients at the end. */
  static String with(String name, String... clients) {
    try (var file = Json.createReader(Files.newBufferedReader(Path.of(name)));
        var entries = Json.createReader(new StringReader("[" + String.join(", ", clients) + "]"))) {
      var patch = Json.createPatchBuilder();
      entries.readArray().forEach(entry -> patch.add("/clients/-", entry));
      var more = patch.build();
      var folder = Program.emptyDirectory("configuration").toPath();
      return Files.writeString(
              folder.resolve("configuration.json"), more.apply(file.readObject()).toString())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
