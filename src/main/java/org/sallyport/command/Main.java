package org.sallyport.command;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;

/** Runs the command that the arguments name. */
public final class Main {
  private static final int FINE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final String USAGE =
      """
      Usage: java [-Dsallyport.SETTING=VALUE …] -jar sallyport.war COMMAND

        validate FILE   checks a configuration file as a start would, without a database
        version         prints the version and the commit it was built from
        audit verify [NUMBER=CODE …]
                        checks that the audit is whole and has these checkpoints
        audit export [--after CURSOR] [--limit NUMBER]
                        prints events as lines of JSON, in the order they were sealed in
        audit case NUMBER
                        prints what happened around a case number

      The exit status is 0 if all is fine, 1 if it is not, 2 for a wrong usage.""";

  private final PrintStream out;
  private final PrintStream err;
  private final Implementations features;

  /** Prints what was asked for to the first stream, and complaints to the second. */
  Main(Implementations features, PrintStream out, PrintStream err) {
    this.features = features;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command of this process.
   *
   * @param classes the folder of the classes, in the WAR
   * @param build the main attributes of the manifest of the WAR
   * @return the exit status
   */
  public static int run(Path classes, List<String> arguments, Attributes build) {
    return new Main(new Implementations(classes), System.out, System.err).status(arguments, build);
  }

  int status(List<String> arguments, Attributes build) {
    if (arguments.equals(List.of("version"))) {
      out.println(version(build));
      return FINE;
    }
    if (arguments.size() == 2 && arguments.get(0).equals("validate")) {
      return path(arguments.get(1)).map(this::validate).orElseGet(this::usage);
    }
    if (!arguments.isEmpty() && arguments.get(0).equals("audit")) {
      return audit(arguments.subList(1, arguments.size()));
    }
    return usage();
  }

  private int audit(List<String> arguments) {
    return new AuditCommand(features, out, err, Clock.systemUTC())
        .run(arguments)
        .map(fine -> fine ? FINE : REFUSED)
        .orElseGet(this::usage);
  }

  private int validate(Path file) {
    var complaints = Validation.complaints(file, features);
    complaints.forEach(err::println);
    if (complaints.isEmpty()) {
      out.println(file + " is fine");
    }
    return complaints.isEmpty() ? FINE : REFUSED;
  }

  private int usage() {
    err.println(USAGE);
    return WRONG_USAGE;
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String version(Attributes build) {
    var version = build.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    var commit = build.getValue("Implementation-Commit");
    return "Sallyport "
        + version
        + (commit == null || commit.equals("unknown") ? "" : " (commit " + commit + ")");
  }
}
