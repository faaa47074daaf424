package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.platform.json.Json;

/** The audit of a server that runs, asked by the commands of its WAR. */
class AuditIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Postgres database = Postgres.empty();
  private final Server server = Server.node("audited", database, Map.of());

  /** How a command has ended, and what it has printed. */
  private record Ended(int status, List<String> lines) {
    List<String> events() {
      return lines.stream().map(line -> Json.object(line).getString("event")).toList();
    }
  }

  private Ended audit(String... arguments) {
    var java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    var war = Path.of("target", "sallyport.war").toString();
    var command = new ArrayList<>(List.of(java, "-Xmx64m", "-jar", war, "audit"));
    command.addAll(List.of(arguments));
    var environment = new HashMap<>(database.environment());
    environment.put("SALLYPORT_DATABASE_URL", database.url());
    var program = Program.of("audit", command, environment);
    return new Ended(program.exitCode(Duration.ofMinutes(1)), program.output().lines().toList());
  }

  @Test
  void a_case_number_finds_its_story_and_the_audit_is_whole() {
    var alice = Visitor.alice(server);
    var web = Application.web(server);
    var request = web.asksFor("openid notes.read").with("prompt", "consent");
    var login = alice.opens(request);
    var number = alice.signsIn(login, "a wrong password").caseNumber();
    var back = alice.allows(alice.signsIn(login));
    Expect.tokens(web.redeems(request, back));
    web.redeems(request, back);

    Poll.until(SOON, () -> audit("case", number).status() == 0);
    var story = audit("case", number);

    assertThat(story.events())
        .contains("sign_in_refused", "signed_in", "consent_given", "grant_issued", "grant_ended");
    assertThat(String.join("\n", story.lines())).doesNotContain("alice", "wrong password");
    assertThat(audit("case", "0000-0000").lines().get(0)).startsWith("not kept: ");

    Poll.until(SOON, () -> audit("verify").lines().contains("rows that are not sealed yet: 0"));
    assertThat(audit("verify").lines()).contains("the audit is whole");
    assertThat(database.number("select count(*) from audit_event_rest")).isZero();
    assertThat(database.number("select count(*) from audit_event where event = 'client_changed'"))
        .isPositive();
    Poll.until(SOON, () -> audit("export").events().contains("person_changed"));
    database.update("update audit_event set address = '192.0.2.1' where event = 'signed_in'");
    assertThat(audit("verify").status()).isEqualTo(1);
  }
}
