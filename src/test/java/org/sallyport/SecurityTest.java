package org.sallyport;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.ONLY_INCLUDE_TESTS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every security statement has a test, and {@code target/security.txt} says which. */
class SecurityTest {
  private final Properties statements = statements();
  private final SortedMap<Integer, SortedSet<String>> proofs = proofs();

  @Test
  void every_statement_has_a_test() throws IOException {
    Files.writeString(Path.of("target", "security.txt"), report());
    var stated = new TreeSet<Integer>();
    statements.stringPropertyNames().forEach(n -> stated.add(Integer.valueOf(n)));
    assertThat(proofs.keySet()).containsExactlyElementsOf(stated);
  }

  private String report() {
    return proofs.entrySet().stream()
        .map(
            e ->
                e.getKey()
                    + "  "
                    + statements.getProperty(e.getKey().toString(), "?")
                    + "\n      "
                    + String.join("\n      ", e.getValue()))
        .collect(joining("\n", "", "\n"));
  }

  private static SortedMap<Integer, SortedSet<String>> proofs() {
    var found = new TreeMap<Integer, SortedSet<String>>();
    new ClassFileImporter()
        .withImportOption(ONLY_INCLUDE_TESTS).importPackages("org.sallyport").stream()
            .flatMap(c -> c.getMethods().stream())
            .filter(m -> m.isAnnotatedWith(Security.class))
            .forEach(m -> note(m, found));
    return found;
  }

  private static void note(JavaMethod test, SortedMap<Integer, SortedSet<String>> found) {
    var name = test.getOwner().getSimpleName() + "." + test.getName();
    for (var number : test.getAnnotationOfType(Security.class).value()) {
      found.computeIfAbsent(number, n -> new TreeSet<>()).add(name);
    }
  }

  private static Properties statements() {
    var read = new Properties();
    try (var in = SecurityTest.class.getResourceAsStream("security.properties")) {
      read.load(in);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
