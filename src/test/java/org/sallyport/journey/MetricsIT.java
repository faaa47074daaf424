package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;

/** What those who run the nodes can see, and nobody else. */
class MetricsIT {
  private final Nodes nodes = Nodes.shared();
  private final Server one = nodes.one();

  @Test
  void they_tell_what_was_asked_refused_and_used() {
    Expect.tokens(Visitor.alice(one).tokens(Application.house(one).asksFor("openid")));
    var svc = Application.svc(one);
    svc.token(Map.of("grant_type", "client_credentials", "scope", "nonsense"));
    assertThat(metrics())
        .containsPattern("requests_total\\{endpoint=\"/oauth2/token\",status=\"200\"} [1-9]")
        .containsPattern("requests_total\\{endpoint=\"/login\",status=\"200\"} [1-9]")
        .containsPattern("request_seconds_total\\{endpoint=\"/oauth2/token\"} [0-9]")
        .containsPattern("events_total\\{event=\"signed_in\",kind=\"\",result=\"ok\"} [1-9]")
        .containsPattern("events_total\\{event=\"request_refused\",kind=\"invalid_scope\"")
        .containsPattern("pool_connections\\{state=\"idle\"} [1-9]")
        .contains("sallyport_pool_connections_max 20\n", "sallyport_hashing_waiting 0\n")
        .containsPattern("key_age_seconds\\{algorithm=\"RS256\",purpose=\"signing\"} [0-9]");
    Poll.until(Duration.ofMinutes(3), () -> metrics().contains("rows{table=\"access_grant\"}"));
    assertThat(metrics())
        .containsPattern("expired_row_seconds\\{table=\"browser_session\"} [0-9]")
        .containsPattern("clock_ahead_seconds -?[0-9]")
        .doesNotContain("alice", "house-secret");
  }

  @Test
  void nobody_sees_them_without_the_token_and_where_there_is_none_there_is_nothing() {
    var url = one.url("/metrics");
    assertThat(new Browser(one).get(url).status()).isEqualTo(401);
    assertThat(new Browser(one).sending("Authorization", "Bearer wrong").get(url).status())
        .isEqualTo(401);
    var without = Server.onH2();
    assertThat(new Browser(without).get(without.url("/metrics")).status()).isEqualTo(404);
  }

  @Test
  void after_rest_no_connection_is_in_use() {
    var busy = Pattern.compile("pool_connections\\{state=\"active\"} 0\n");
    Poll.until(Duration.ofSeconds(10), () -> busy.matcher(metrics()).find());
  }

  private String metrics() {
    var reader = new Browser(one).sending("Authorization", "Bearer " + Nodes.METRICS_TOKEN);
    var answer = reader.get(one.url("/metrics"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    return answer.body();
  }
}
