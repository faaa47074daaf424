package org.sallyport.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.audit.seal.AuditBounds;
import org.sallyport.platform.audit.seal.AuditCursor;
import org.sallyport.platform.audit.seal.AuditExport;
import org.sallyport.platform.audit.seal.AuditReport;
import org.sallyport.platform.audit.seal.AuditVerification;
import org.sallyport.platform.audit.store.AuditQueries;
import org.sallyport.platform.audit.store.AuditSettings;
import org.sallyport.platform.audit.store.AuditSource;
import org.sallyport.platform.audit.store.CaseStory;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenFile;
import org.sallyport.platform.crypto.MasterKeySource;
import org.sallyport.platform.persistence.connection.DirectConnection;

/** The commands {@code audit …}, which read the database of a server and write nothing. */
final class AuditCommand {
  private static final Pattern KNOWN = Pattern.compile("([0-9]{1,15})=([0-9a-f]{64})");
  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,15}");

  private final Implementations features;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;
  private final AuditSettings audit = new AuditSettings();

  AuditCommand(Implementations features, PrintStream out, PrintStream err, Clock clock) {
    this.features = features;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** What is done with the database of these settings; whether all is well. */
  private interface Work {
    boolean on(Connection connection, Settings settings) throws SQLException;
  }

  /** Runs the command of these arguments; none if they are none. Says whether all is well. */
  Optional<Boolean> run(List<String> arguments) {
    return work(arguments).map(this::run);
  }

  private boolean run(Work work) {
    try {
      var settings = settings();
      try (var connection = DirectConnection.open(settings.database())) {
        return work.on(connection, settings);
      }
    } catch (ConfigurationException e) {
      err.println(e.line());
    } catch (SQLException e) {
      err.println("the database refuses: " + e.getMessage());
    }
    return false;
  }

  private Settings settings() {
    var others =
        features.of(SettingsGroup.class).stream().filter(g -> !(g instanceof AuditSettings));
    var groups = Stream.concat(others, Stream.of(audit)).toList();
    return WrittenFile.ofServer(groups).settings();
  }

  private Optional<Work> work(List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    var rest = arguments.subList(1, arguments.size());
    return switch (arguments.get(0)) {
      case "verify" -> verify(rest);
      case "export" -> export(rest);
      case "case" -> story(rest);
      default -> Optional.empty();
    };
  }

  private Optional<Work> verify(List<String> checkpoints) {
    var known = new HashMap<Long, String>();
    for (var checkpoint : checkpoints) {
      var parts = KNOWN.matcher(checkpoint);
      if (!parts.matches()) {
        return Optional.empty();
      }
      known.put(Long.parseLong(parts.group(1)), parts.group(2));
    }
    return Optional.of(
        (connection, settings) -> {
          var bounds = new AuditBounds(clock.instant(), audit.retention(), known);
          return told(AuditVerification.of(connection, MasterKeySource.existing(settings), bounds));
        });
  }

  private boolean told(AuditReport report) {
    out.println("sealed rows: " + report.sealed());
    out.println("rows that are not sealed yet: " + report.unsealed());
    out.println("checkpoints: " + report.checkpoints());
    report.begin().ifPresent(b -> out.println("rows before were deleted: " + b));
    report.newest().ifPresent(n -> out.println("newest checkpoint: " + n.replace(' ', '=')));
    report.faults().forEach(err::println);
    out.println(report.isWhole() ? "the audit is whole" : "THE AUDIT IS NOT WHOLE");
    return report.isWhole();
  }

  private Optional<Work> export(List<String> options) {
    var cursor = Optional.<AuditCursor>empty();
    var most = Long.MAX_VALUE;
    for (var i = 0; i < options.size(); i += 2) {
      var value = i + 1 < options.size() ? options.get(i + 1) : "";
      if (options.get(i).equals("--after") && AuditCursor.parse(value).isPresent()) {
        cursor = AuditCursor.parse(value);
      } else if (options.get(i).equals("--limit") && LIMIT.matcher(value).matches()) {
        most = Long.parseLong(value);
      } else {
        return Optional.empty();
      }
    }
    var after = cursor;
    var limit = most;
    return Optional.of((connection, settings) -> exported(connection, after, limit));
  }

  private boolean exported(Connection connection, Optional<AuditCursor> after, long most)
      throws SQLException {
    var begin = AuditExport.begin(connection);
    var whole = AuditExport.write(connection, after.orElse(begin), most, out::println);
    if (!whole) {
      err.println(
          "rows after this cursor were deleted since they were older than audit.retention:"
              + " go on after "
              + begin);
    }
    return whole;
  }

  private Optional<Work> story(List<String> arguments) {
    return arguments.size() == 1
        ? CaseNumber.parse(arguments.get(0))
            .map(n -> (connection, settings) -> told(storyOf(connection, n)))
        : Optional.empty();
  }

  private CaseStory storyOf(Connection connection, CaseNumber number) throws SQLException {
    return new AuditQueries(connection).story(number, features.of(AuditSource.class));
  }

  private boolean told(CaseStory story) {
    story.events().forEach(event -> out.println(event.json().build()));
    if (!story.isKept()) {
      out.println("not kept: no event has the case number " + story.number());
      if (story.notKept().isEmpty()) {
        out.println("no refusal was dropped: the number is wrong, or older than audit.retention");
      }
      story
          .notKept()
          .forEach(n -> out.println(n.minute() + " " + n.event() + " not kept: " + n.number()));
    }
    return story.isKept();
  }
}
