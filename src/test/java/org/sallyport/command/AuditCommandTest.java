package org.sallyport.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent.SignInRefused;
import org.sallyport.platform.audit.AuditEvent.SignedIn;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.audit.seal.TestSealer;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

class AuditCommandTest {
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final Map<String, Settings.DatabaseSettings> DATABASES =
      Map.of("H2", Stores.newH2(), "PostgreSQL", Stores.newPostgreSql("audit_command"));
  private static final CaseNumber NUMBER = new CaseNumber("7K3M-Q9XD");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final SettableClock clock =
      new SettableClock(Instant.now().truncatedTo(ChronoUnit.MICROS));

  private int run(String... arguments) {
    out.reset();
    err.reset();
    var features = new Implementations(Path.of("target/classes"));
    var main =
        new Main(features, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    var all = new ArrayList<>(List.of("audit"));
    all.addAll(List.of(arguments));
    return main.status(all, new Attributes());
  }

  private static Stream<String> products() {
    return DATABASES.keySet().stream().sorted();
  }

  private Store store(String product) {
    var settings = Objects.requireNonNull(DATABASES.get(product));
    System.setProperty("sallyport.database.url", settings.url());
    System.setProperty("sallyport.database.user", settings.user());
    System.setProperty("sallyport.keys.master-key", KEY);
    return Stores.open(settings).empty();
  }

  @AfterEach
  void forgetSettings() {
    System.getProperties().keySet().removeIf(k -> k.toString().startsWith("sallyport."));
  }

  @ParameterizedTest
  @MethodSource("products")
  void a_whole_audit_is_said_to_be_whole_and_a_broken_one_is_told(String product) {
    try (var store = store(product)) {
      sealed(store, 3);

      assertThat(run("verify")).isZero();
      assertThat(out.toString(UTF_8))
          .contains("sealed rows: 3", "not sealed yet: 0", "checkpoints: 1", "audit is whole");
      assertThat(err.size()).isZero();
      var newest = out.toString(UTF_8).replaceAll("(?s).*newest checkpoint: (\\S+).*", "$1");
      assertThat(run("verify", newest)).isZero();
      assertThat(run("verify", newest.replaceFirst("^1=", "2="))).isEqualTo(1);
      assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("checkpoint 2 is missing");

      store.sql("update audit_event set subject = 'mallory' where chain_position = 2");
      assertThat(run("verify")).isEqualTo(1);
      assertThat(err.toString(UTF_8)).contains("at 1/2 was changed");
      assertThat(out.toString(UTF_8)).contains("THE AUDIT IS NOT WHOLE");
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void an_export_in_pieces_has_every_row_once(String product) {
    try (var store = store(product)) {
      sealed(store, 5);
      clock.advance(Duration.ofMinutes(2));
      sealed(store, 4);
      clock.advance(Duration.ofSeconds(1));
      sealed(store, 1);

      assertThat(run("export")).isZero();
      var whole = lines();
      assertThat(whole).as("the last is covered by no checkpoint yet").hasSize(9);
      var pieces = new ArrayList<String>();
      var after = "0.0.0";
      for (var piece = 0; piece < 6; piece++) {
        assertThat(run("export", "--after", after, "--limit", "2")).isZero();
        pieces.addAll(lines());
        after = Json.object(pieces.get(pieces.size() - 1)).getString("cursor");
      }
      assertThat(pieces).isEqualTo(whole);
      var first = Json.object(whole.get(0));
      assertThat(first.getString("event")).isEqualTo("signed_in");
      assertThat(first.getString("subject")).isEqualTo("alice");
      assertThat(first.getJsonObject("detail").getString("amr")).isEqualTo("pwd");
      assertThat(first.getString("cursor")).isEqualTo("1.1.1");

      clock.advance(Duration.ofMinutes(2));
      sealed(store, 1);
      assertThat(run("export", "--after", after)).isZero();
      assertThat(lines()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void a_case_number_finds_its_story_or_is_said_to_be_not_kept(String product) {
    try (var store = store(product)) {
      sealed(store, 1);
      var refused = new SignInRefused(NUMBER, "alice", "wrong", Optional.empty());
      add(store, AuditEntry.of(refused, Optional.empty()));

      assertThat(run("case", "7k3mq9xd")).isZero();
      assertThat(lines())
          .extracting(line -> Json.object(line).getString("event"))
          .containsExactlyInAnyOrder("signed_in", "sign_in_refused");

      assertThat(run("case", "0000-0000")).isEqualTo(1);
      assertThat(out.toString(UTF_8)).startsWith("not kept: ").contains("no refusal was dropped");
      store.sql(
          "insert into audit_dropped (node, minute_at, event, reason, dropped) values"
              + " ('n', timestamp with time zone '2026-01-02 03:04:00+00', 'faulted', 'FULL', 7)");
      assertThat(run("case", "0000-0000")).isEqualTo(1);
      assertThat(lines()).contains("2026-01-02T03:04:00Z faulted not kept: 7");
    }
  }

  @Test
  void wrong_arguments_are_answered_with_the_usage() {
    for (var wrong :
        List.of(
            new String[0],
            new String[] {"verify", "1"},
            new String[] {"export", "--after"},
            new String[] {"export", "--after", "x"},
            new String[] {"export", "--limit", "-1"},
            new String[] {"export", "1"},
            new String[] {"case"},
            new String[] {"case", "7K3M"},
            new String[] {"cases", "7K3M-Q9XD"})) {
      assertThat(run(wrong)).isEqualTo(2);
      assertThat(err.toString(UTF_8)).startsWith("Usage: java ").contains("audit verify");
    }
  }

  @Test
  void a_database_that_cannot_be_read_is_told() {
    System.setProperty("sallyport.database.url", "jndi:java:app/jdbc/sallyport");
    assertThat(run("verify")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).startsWith("setting database.url: ").contains("JDBC URL");

    System.setProperty("sallyport.database.url", "jdbc:h2:file:./target/there-is-none");
    assertThat(run("export")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).startsWith("setting database.url: ");
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private void sealed(Store store, int rows) {
    for (var row = 0; row < rows; row++) {
      var event = new SignedIn(new Subject("alice"), new SessionId("x9"), Optional.empty(), "pwd");
      add(store, AuditEntry.of(event, Optional.of("192.0.2.7")));
    }
    TestSealer.seal(store, MasterKey.parse(KEY), clock);
  }

  private void add(Store store, AuditEntry entry) {
    var event = new StoredEvent(TimeOrderedId.next(clock.instant()), clock.instant(), entry);
    store.run(() -> TestAuditStore.rows(store).add(List.of(event)));
  }
}
