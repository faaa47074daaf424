package org.sallyport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the documentation, as they are written. */
public final class WrittenPages {
  private WrittenPages() {}

  /** README, and all pages in these folders and below. */
  public static List<Path> with(String... folders) {
    var below = Stream.of(folders).flatMap(folder -> below(folder).stream());
    return Stream.concat(Stream.of(Path.of("README.md")), below).toList();
  }

  /** What a page or any other file says. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> below(String folder) {
    try (var files = Files.walk(Path.of(folder))) {
      return files.filter(f -> f.toString().endsWith(".md")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
