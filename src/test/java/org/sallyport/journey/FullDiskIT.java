package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sallyport.Poll;

/** The embedded database on a disk that is full, and after there is room again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskIT {
  private static final Duration RECOVERY = Duration.ofSeconds(10);

  private SmallDisk disk;
  private Server server;
  private Application house;
  private Authorization request;
  private final List<String> answered = new ArrayList<>();

  @BeforeAll
  void start() throws Exception {
    disk = SmallDisk.mounted();
    server = Server.embeddedIn(disk.path());
    house = Application.house(server);
    request = house.asksFor("openid");
  }

  @AfterAll
  void end() throws Exception {
    if (server != null) {
      server.stop();
    }
    if (disk != null) {
      disk.unmount();
    }
  }

  @Test
  void writes_are_refused_meanwhile_and_nothing_answered_is_lost() throws Exception {
    for (var round = 0; round < 3; round++) {
      keep(signIn());
      disk.fill();
      Poll.until(Duration.ofSeconds(30), () -> signIn().status() == 503);
      assertUnavailable();
      disk.empty();
      Poll.until(RECOVERY, () -> ready().status() == 200 && signIn().isRedirect());
      assertThat(ready().body()).contains("the disk of the database has less than 100 MiB left");
      assertAnsweredIsKept();
    }
    assertThat(files()).noneMatch(name -> name.endsWith(".trace.db"));
    server.restart();
    assertAnsweredIsKept();
    keep(signIn());
  }

  private void assertUnavailable() throws InterruptedException {
    Poll.until(Duration.ofSeconds(5), () -> ready().status() == 503);
    for (var second = 0; second < 4; second++) {
      assertThat(ready().status()).isEqualTo(503);
      assertThat(ready().body()).containsAnyOf("\"writable\"", "\"database\"");
      assertThat(get("/health/live").status()).isEqualTo(200);
      assertThat(get("/oauth2/jwks").status()).isEqualTo(200);
      var attempt = signIn();
      assertThat(attempt.status()).as(attempt.toString()).isIn(302, 303, 503);
      if (attempt.isRedirect()) {
        keep(attempt);
      }
      Thread.sleep(500);
    }
  }

  private void assertAnsweredIsKept() {
    assertThat(answered).isNotEmpty();
    for (var token : answered) {
      assertThat(house.introspects(token).json()).containsEntry("active", true);
    }
  }

  /** Signs somebody new in, as far as that goes: the way back with a code, or what was refused. */
  private Answer signIn() {
    var alice = Visitor.alice(server);
    request = house.asksFor("openid notes.read offline_access");
    var page = alice.opens(request);
    return page.status() == 200 ? alice.signsIn(page) : page;
  }

  private void keep(Answer back) {
    var tokens = house.redeems(request, back);
    assertThat(tokens.status()).isIn(200, 503);
    if (tokens.status() == 200) {
      answered.add(tokens.text("refresh_token"));
    }
  }

  private Answer ready() {
    return get("/health/ready");
  }

  private Answer get(String path) {
    return new Browser(server).get(server.url(path));
  }

  private List<String> files() throws IOException {
    try (var all = Files.list(disk.path())) {
      return all.map(Path::getFileName).map(Path::toString).toList();
    }
  }
}
