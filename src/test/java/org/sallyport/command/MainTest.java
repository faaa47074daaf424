package org.sallyport.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Attributes build = new Attributes();

  private int run(String... arguments) {
    build.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
    var features = new Implementations(Path.of("target/classes"));
    var main =
        new Main(features, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return main.status(List.of(arguments), build);
  }

  @Test
  void the_version_has_its_commit_where_it_is_known() {
    assertThat(run("version")).isZero();
    assertThat(out.toString(UTF_8).strip()).isEqualTo("Sallyport 1.2.3");
    out.reset();
    build.putValue("Implementation-Commit", "unknown");
    assertThat(run("version")).isZero();
    assertThat(out.toString(UTF_8).strip()).isEqualTo("Sallyport 1.2.3");
    out.reset();
    build.putValue("Implementation-Commit", "0123abc");
    assertThat(run("version")).isZero();
    assertThat(out.toString(UTF_8).strip()).isEqualTo("Sallyport 1.2.3 (commit 0123abc)");
    assertThat(err.size()).isZero();
  }

  @Test
  void a_fine_file_is_said_to_be_fine(@TempDir Path dir) throws IOException {
    var file = Files.writeString(dir.resolve("c.json"), "{\"clients\": []}");
    assertThat(run("validate", file.toString())).isZero();
    assertThat(out.toString(UTF_8).strip()).isEqualTo(file + " is fine");
    assertThat(err.size()).isZero();
  }

  @Test
  void complaints_are_errors_one_a_line(@TempDir Path dir) throws IOException {
    var file = Files.writeString(dir.resolve("c.json"), "{\"clients\": [{}, {}]}");
    assertThat(run("validate", file.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("clients[0]: has no client_id; add "),
            line -> assertThat(line).startsWith("clients[1]: has no client_id; add "));
    assertThat(out.size()).isZero();
  }

  @Test
  void everything_else_is_answered_with_the_usage() {
    for (var wrong :
        List.of(
            new String[0],
            new String[] {"help"},
            new String[] {"validate"},
            new String[] {"validate", "a", "b"},
            new String[] {"validate", "\u0000"},
            new String[] {"version", "x"})) {
      err.reset();
      assertThat(run(wrong)).isEqualTo(2);
      assertThat(err.toString(UTF_8)).startsWith("Usage: java ").contains("validate FILE");
    }
    assertThat(out.size()).isZero();
  }
}
