package org.sallyport.journey;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files that are there, and one client more. */
final class Configurations {
  private Configurations() {}

  /** A new file: that of this name, with this client at the end. */
  static String with(String name, String client) {
    try (var file = Json.createReader(Files.newBufferedReader(Path.of(name)));
        var entry = Json.createReader(new StringReader(client))) {
      var more = Json.createPatchBuilder().add("/clients/-", entry.readObject()).build();
      var folder = Program.emptyDirectory("configuration").toPath();
      return Files.writeString(
              folder.resolve("configuration.json"), more.apply(file.readObject()).toString())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
