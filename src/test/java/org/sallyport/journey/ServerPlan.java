package org.sallyport.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sallyport.Poll;

/** How a server is started, each time. */
record ServerPlan(
    StartedVersion version,
    int port,
    String issuer,
    List<String> arguments,
    Map<String, String> settings) {
  // They are checked some thousand times, at the least cost that the server takes.
  private static final Map<String, String> QUICK_PASSWORDS =
      Map.of(
          "SALLYPORT_SIGN_IN_ARGON2_MEMORY_KIB",
          "7168",
          "SALLYPORT_SIGN_IN_ARGON2_ITERATIONS",
          "1");

  ServerPlan {
    var kind = System.getProperty("server", "payara-micro");
    var all = new ArrayList<>(List.of("--server", kind, "--port", "" + port));
    all.addAll(List.of("--data", Program.emptyDirectory(version.name()).getPath()));
    // It takes longer than a few starts save, so the whole suite alone asks for it.
    if (version.isHere() && Boolean.getBoolean("learn")) {
      all.add("--learn");
    }
    all.addAll(arguments);
    arguments = all;
  }

  /** Starts it; returns when it is ready. */
  Program start() {
    var all = new HashMap<>(QUICK_PASSWORDS);
    all.putAll(settings);
    var started = Program.run(version, arguments, all);
    Poll.until(
        Duration.ofMinutes(15),
        () -> {
          if (!started.running()) {
            throw new IllegalStateException("the server ended:\n" + started.output());
          }
          return started.output().contains("Sallyport is ready: " + issuer);
        });
    return started;
  }
}
