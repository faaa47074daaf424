package org.sallyport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may not stand in any file of this repository, whatever its kind. */
class RepositoryTest {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", ".idea", ".vscode");
  private static final Set<String> PICTURES = Set.of("png", "jpg", "ico", "webp", "woff2");

  @Test
  void no_file_names_a_place_of_the_machine_it_was_written_on() {
    assertThat(lines("(?<![\\w.$}*])/(?:work|farm|root|tmp/[a-z]+|home/[a-z]+)/")).isEmpty();
  }

  @Test
  void no_file_names_a_registry_host_and_no_lock_file_an_address() {
    assertThat(lines("registry[.]npm|repo1?[.]maven[.]|\"resolved\"\\s*:|nexus[.]|artifactory"))
        .isEmpty();
  }

  @Test
  void nothing_is_left_open() {
    assertThat(lines("\\b(?:TO[D]O|FIX[M]E|X[X]X)\\b|not [i]mplemented|@[D]isabled")).isEmpty();
  }

  @Test
  void no_private_key_is_kept_here() {
    assertThat(lines("-----BEGIN [A-Z ]*PRIVATE [K]EY-----")).isEmpty();
  }

  // As .editorconfig says; the texts of licenses are their owners'.
  @Test
  void lines_have_no_tabs_and_end_with_their_last_letter() {
    assertThat(lines("\\t|[ \\t]+$")).allMatch(line -> line.startsWith("src/main/licenses/"));
  }

  private static List<String> lines(String forbidden) {
    var pattern = Pattern.compile(forbidden);
    try (var files = Files.walk(Path.of(""))) {
      return files
          .filter(RepositoryTest::isOurs)
          .filter(Files::isRegularFile)
          .flatMap(f -> hits(f, pattern).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> hits(Path file, Pattern forbidden) {
    try (var lines = Files.lines(file, ISO_8859_1)) {
      return lines.filter(l -> forbidden.matcher(l).find()).map(l -> file + ": " + l).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    for (var part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    var name = file.toString();
    return !PICTURES.contains(name.substring(name.lastIndexOf('.') + 1))
        && !name.endsWith("RepositoryTest.java");
  }
}
