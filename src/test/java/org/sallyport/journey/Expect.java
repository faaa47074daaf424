package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The three ways in which the product refuses, and the one in which it agrees. */
public final class Expect {
  private Expect() {}

  /** A page of our own for the person, which leads nowhere (RFC 6749 §4.1.2.1). */
  public static void refusalPage(Answer answer) {
    refusalPage(answer, 400);
  }

  /** A refusal page with this status. */
  public static void refusalPage(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.header("Content-Type").replace(" ", ""))
        .isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.page().select("meta[http-equiv=refresh], script:not([src])")).isEmpty();
    assertThat(answer.caseNumber()).isNotEmpty();
  }

  /** A redirect to the redirect URI with the error, the state and the issuer, and no code. */
  public static void sentBack(Answer answer, Authorization request, String error) {
    assertThat(answer.status()).as(answer.toString()).isIn(302, 303);
    assertThat(answer.location()).startsWith(request.redirectUri() + separator(request));
    assertThat(answer.returned())
        .containsEntry("error", error)
        .containsEntry("iss", request.application().server().issuer())
        .doesNotContainKey("code");
    if (request.parameters().containsKey("state")) {
      assertThat(answer.returned()).containsEntry("state", request.get("state"));
    }
  }

  /** A redirect to the redirect URI with a code, the state and the issuer, and nothing else. */
  public static String code(Answer answer, Authorization request) {
    assertThat(answer.status()).as(answer.toString()).isIn(302, 303);
    assertThat(answer.location()).startsWith(request.redirectUri() + separator(request));
    assertThat(answer.returned())
        .containsEntry("state", request.get("state"))
        .containsEntry("iss", request.application().server().issuer())
        .containsKey("code");
    return answer.returned().getOrDefault("code", "");
  }

  /** A JSON refusal that no cache keeps and no secret is in (RFC 6749 §5.2). */
  public static void json(Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text("error")).as(answer.toString()).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "-secret-");
    assertThat(answer.caseNumber()).isNotEmpty();
  }

  /** Tokens, as RFC 6749 §5.1 wants them. */
  public static Map<String, Object> tokens(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.json()).containsKeys("access_token", "expires_in");
    assertThat(answer.json()).containsEntry("token_type", "Bearer");
    return answer.json();
  }

  private static String separator(Authorization request) {
    return request.redirectUri().contains("?") ? "&" : "?";
  }
}
