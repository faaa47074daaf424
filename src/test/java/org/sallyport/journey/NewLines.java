package org.sallyport.journey;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.sallyport.Poll;

/** What a server has logged since a moment. */
final class NewLines {
  private static final Pattern FRAME = Pattern.compile("\\s+at [\\w.$/@-]+\\(.*");
  private static final Pattern CASE = Pattern.compile("case=([0-9A-Z]{4}-[0-9A-Z]{4})");

  private final Server server;
  private final int from;

  private NewLines(Server server) {
    this.server = server;
    this.from = settled(server).length();
  }

  /** From now on. */
  static NewLines of(Server server) {
    return new NewLines(server);
  }

  /** All of it until now. */
  String text() {
    return settled(server).substring(from);
  }

  /** The lines of stack traces among them. */
  List<String> stackTrace() {
    return text().lines().filter(line -> FRAME.matcher(line).matches()).toList();
  }

  // What the server prints arrives a moment later; once this refusal is there, so is all before it.
  private static String settled(Server server) {
    var answer = new Browser(server).get(server.url("/oauth2/userinfo"));
    var found = CASE.matcher(answer.body());
    if (!found.find()) {
      throw new AssertionError("no case number: " + answer);
    }
    Poll.until(Duration.ofSeconds(20), () -> server.log().contains("case=" + found.group(1)));
    return server.log();
  }
}
