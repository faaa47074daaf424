package org.sallyport;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Something that the machine needs for some of the tests. Without it they are skipped, and the log
 * says so; where all tests have to run, which is where the variable CI is set, they fail.
 */
public final class Tool {
  private Tool() {}

  /**
   * Returns if one of these commands is on the path, or one of these files; else skips or fails.
   */
  public static void need(String... commands) {
    if (Arrays.stream(commands).noneMatch(Tool::isThere)) {
      throw missing(String.join(" or ", commands) + " is missing");
    }
  }

  /**
   * What a test throws that cannot run here: it is skipped, or fails with CI.
   *
   * @param why what is missing
   */
  public static TestAbortedException missing(String why) {
    var said = "NOT TESTED: " + why;
    if (isCi(System.getenv("CI"))) {
      throw new AssertionError(said);
    }
    System.err.println(said);
    return new TestAbortedException(said);
  }

  /** Whether this value of the variable CI says that all tests have to run. */
  static boolean isCi(@Nullable String value) {
    return value != null && !List.of("", "false", "0").contains(value);
  }

  /** Whether there is such a command on the path, or such a file. */
  static boolean isThere(String command) {
    var path = System.getenv("PATH");
    return command.contains("/")
        ? new File(command).exists()
        : path != null
            && Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, command).canExecute());
  }
}
