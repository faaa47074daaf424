package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Poll;
import org.sallyport.Spec;

/** Whatever a person is refused, the page has a case number, under which the log says why. */
@Spec("OWASP ASVS 5.0 §16.2.1")
class RefusalsIT {
  private final Server server = Server.onH2();

  @ParameterizedTest
  @EnumSource
  void a_refusal_that_a_person_sees_is_found_in_the_log_by_its_number(Refused refused) {
    var answer = refused.of(server);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(refused.status());
    assertThat(answer.page().select("main").text())
        .containsPattern("Case [0-9A-Z]{4}-[0-9A-Z]{4}, 20[0-9T:-]+Z");
    var number = " case=" + answer.caseNumber() + " ";
    Poll.until(Duration.ofSeconds(10), () -> line(number).isPresent());
    assertThat(line(number).orElseThrow()).contains(refused.logged());
  }

  @ParameterizedTest
  @EnumSource(names = {"DISABLED_PERSON", "DISABLED_CLIENT", "DISABLED_CLIENT_AT_SIGN_OUT"})
  void the_page_does_not_tell_that_somebody_was_disabled(Refused refused) {
    assertThat(refused.of(server).body()).doesNotContain("isabled");
  }

  private Optional<String> line(String number) {
    return server.log().lines().filter(line -> line.contains(number)).findFirst();
  }
}
