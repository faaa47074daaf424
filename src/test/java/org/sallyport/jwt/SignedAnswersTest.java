package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Example;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SigningAlgorithm;

/** What is answered as a JWT has the form of the examples. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class SignedAnswersTest {

  @Test
  @Spec("RFC 9701 §5")
  void an_introspection_has_the_form_of_the_example() throws ParseException {
    var example = JSONObjectUtils.parse(Example.printed("rfc9701-5.json"));
    // An issuer of ours has no slash at its end.
    example.put("iss", "https://as.example.com");
    var answers = answers("https://as.example.com", Instant.ofEpochSecond(1_514_797_892));
    var state = JSONObjectUtils.getJSONObject(example, "token_introspection");
    var client = new ClientId("https://rs.example.com/resource");
    var jwt = SignedJWT.parse(answers.introspection(client, SigningAlgorithm.RS256, state));
    assertThat(jwt.getHeader().getType()).hasToString("token-introspection+jwt");
    assertThat(jwt.getPayload().toJSONObject()).isEqualTo(example);
  }

  @Test
  @Spec("JWT Secured Authorization Response Mode §2.1.1")
  void an_authorization_response_has_the_form_of_the_example() throws ParseException {
    var example = JSONObjectUtils.parse(Example.printed("jarm-2.1.1.json"));
    var expires = Instant.ofEpochSecond(1_311_281_970);
    var answers = answers("https://accounts.example.com", expires.minus(Duration.ofMinutes(5)));
    var said =
        Map.of(
            "code", String.valueOf(example.get("code")),
            "state", String.valueOf(example.get("state")));
    var client = new ClientId("s6BhdRkqt3");
    var jwt = SignedJWT.parse(answers.authorization(client, SigningAlgorithm.RS256, said));
    var payload = jwt.getPayload().toJSONObject();
    assertThat(payload.remove("iat")).isEqualTo(1_311_281_670L);
    assertThat(payload).isEqualTo(example);
  }

  private static SignedAnswers answers(String issuer, Instant now) {
    var answers = new TestTokens(issuer).answers();
    answers.clock = new SettableClock(now);
    return answers;
  }
}
