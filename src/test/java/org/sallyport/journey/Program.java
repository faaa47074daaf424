package org.sallyport.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product's own start command, running as a process of its own. */
public final class Program {
  // Most of these servers do not live long enough to gain from the second compiler, nor from a heap
  // that is kept small: that takes a fifth of the time of a start.
  private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -Xms192m -Xmn64m";

  private static final Path LOGS =
      Path.of("target", "servers", System.getProperty("server", "payara-micro"));

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** Starts {@code scripts/run}; its output is kept below {@code target/servers}. */
  public static Program run(String name, List<String> arguments, Map<String, String> environment) {
    return run(StartedVersion.here(name), arguments, environment);
  }

  /** The same of this version. */
  static Program run(
      StartedVersion version, List<String> arguments, Map<String, String> environment) {
    var command = new ArrayList<>(List.of(version.checkout().resolve("scripts/run").toString()));
    command.addAll(arguments);
    var all = new HashMap<>(Map.of("JAVA_OPTS", OPTIONS));
    all.putAll(environment);
    return of(version.name(), command, all);
  }

  /** Starts any command; its output is kept below {@code target/servers}. */
  static Program of(String name, List<String> command, Map<String, String> environment) {
    try {
      Files.createDirectories(LOGS);
      var output = Files.createTempFile(LOGS, name + "-", ".log");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      return new Program(builder.redirectOutput(output.toFile()).start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one Java process among all that it has started. */
  ProcessHandle java() {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow();
  }

  /** Whether it has not ended yet. */
  public boolean running() {
    return process.isAlive();
  }

  /** Its exit code, once it has ended by itself; refuses to wait longer than this. */
  public int exitCode(Duration most) {
    try {
      if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("still running after " + most + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as a supervisor does: a polite signal, and after 30 seconds an impolite one. */
  public void stop() {
    var children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      children.forEach(ProcessHandle::destroyForcibly);
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it at once, with all that it has started. */
  void kill() {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
  }

  /** An empty directory of its own below {@code target}, for data. */
  public static File emptyDirectory(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(LOGS), name + "-data-").toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
