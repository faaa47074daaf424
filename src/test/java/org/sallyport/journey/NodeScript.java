package org.sallyport.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.sallyport.Tool;

/** A script of {@code src/test/node} with its libraries installed, run to its end. */
public final class NodeScript {
  private static final Path SOURCES = Path.of("src/test/node");
  private static final Path INSTALLED = Path.of("target/node");

  private NodeScript() {}

  private static final class Installed {
    static final Path HERE = install();
  }

  /**
   * Runs a script.
   *
   * @param person takes the URL to visit and gives the one where the visit ended
   * @return the last line that it printed
   */
  public static String run(UnaryOperator<String> person, String... command) {
    Tool.need("node");
    Tool.need("npm");
    var node = new ArrayList<>(List.of("node"));
    node.addAll(List.of(command));
    try {
      var process = start(Installed.HERE, node);
      try (var output = process.inputReader(StandardCharsets.UTF_8);
          var input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
        return converse(output, input, person);
      } finally {
        end(process);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String converse(BufferedReader output, Writer input, UnaryOperator<String> person)
      throws IOException {
    var said = new ArrayList<String>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      if (line.startsWith("VISIT ")) {
        input.write(person.apply(line.substring(6)) + "\n");
        input.flush();
      } else if (line.equals("FINISHED")) {
        return line;
      }
    }
    return String.join("\n", said);
  }

  private static Path install() {
    try (var files = Files.list(SOURCES)) {
      Files.createDirectories(INSTALLED);
      for (var file : files.toList()) {
        var copy = INSTALLED.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      var npm = start(INSTALLED, List.of("npm", "ci", "--no-audit", "--no-fund"));
      try (var output = npm.inputReader(StandardCharsets.UTF_8)) {
        var said = output.lines().toList();
        if (end(npm) != 0) {
          throw new AssertionError("npm ci failed: " + said);
        }
      }
      return INSTALLED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process start(Path directory, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static int end(Process process) {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + process.info().commandLine());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
