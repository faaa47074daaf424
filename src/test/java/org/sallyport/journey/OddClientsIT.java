package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What clients send that is odd, but does no harm, at every endpoint that programs call. */
@Spec({"RFC 9110 §12.4.1", "RFC 9110 §11.4", "RFC 6749 §3.2"})
class OddClientsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String GRANT = "grant_type=client_credentials&scope=notes.read";
  private static final List<String> ACCEPTED =
      List.of(
          "text/html",
          "application/xml;q=0.9",
          "application/json;q=0",
          "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
          "json",
          "application",
          "application/vnd.api+json; charset=utf-8",
          ";");
  private static final List<String> CREDENTIALS =
      List.of("access_token", "client_secret", "clientSecret", "client_assertion", "code", "token");

  private static final Server SERVER = Server.onH2();
  private static final Application SVC = Application.svc(SERVER);
  private static final String ACCESS = accessToken();

  /** One request that is as it should be; a GET if there is no body. */
  record Call(String path, String authorization, String body) {
    Answer sent(String query, String type, String... headers) {
      var request = SERVER.request(SERVER.url(path + query));
      if (!authorization.isEmpty()) {
        request.header("Authorization", authorization);
      }
      if (!body.isEmpty()) {
        request.header("Content-Type", type).POST(BodyPublishers.ofString(body));
      }
      return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer sent() {
      return sent("", FORM);
    }

    @Override
    public String toString() {
      return (body.isEmpty() ? "GET " : "POST ") + path;
    }
  }

  static Stream<Call> posts() {
    var svc = Application.basic(SVC.id(), SVC.secret());
    var api = Application.api(SERVER);
    var request = Application.spa(SERVER).asksFor("openid").parameters();
    return Stream.of(
        new Call("/oauth2/token", svc, GRANT),
        new Call("/oauth2/par", "", Http.form(request)),
        new Call("/oauth2/introspect", Application.basic(api.id(), api.secret()), "token=x"),
        new Call("/oauth2/revoke", svc, "token=x"),
        new Call("/oauth2/userinfo", "", "access_token=" + ACCESS));
  }

  static Stream<Call> everything() {
    var gets =
        Stream.of(
                "/oauth2/jwks",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/health/live",
                "/health/ready")
            .map(path -> new Call(path, "", ""));
    var userinfo = new Call("/oauth2/userinfo", "Bearer " + ACCESS, "");
    return Stream.of(posts(), gets, Stream.of(userinfo)).flatMap(calls -> calls);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatever_is_accepted_the_answer_is_json(Call call) {
    var usual = call.sent();
    assertThat(usual.status()).as(usual.toString()).isBetween(200, 201);
    for (var accept : ACCEPTED) {
      var answer = call.sent("", FORM, "Accept", accept, "Accept-Charset", "utf-16");
      assertThat(answer.status()).as(accept + " " + answer).isEqualTo(usual.status());
      assertThat(answer.header("Content-Type")).isEqualTo(usual.header("Content-Type"));
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void unknown_parameters_in_the_query_are_ignored(Call call) {
    var usual = call.sent();
    var odd = call.sent("?schema=openid&api-version=1&a&=b", FORM);
    assertThat(odd.status()).as(odd.toString()).isEqualTo(usual.status());
  }

  @ParameterizedTest
  @Security({58, 119})
  @MethodSource("everything")
  void credentials_in_the_query_are_refused(Call call) {
    for (var name : CREDENTIALS) {
      var answer = call.sent("?" + name + "=x", FORM);
      Expect.json(answer, 400, "invalid_request");
      assertThat(answer.text("error_description")).contains("query");
    }
  }

  @ParameterizedTest
  @Security(58)
  @ValueSource(strings = {"/oauth2/authorize", "/oauth2/logout", "/login", "/consent", "/"})
  void credentials_in_the_address_of_a_page_are_refused(String path) {
    var answer = new Browser(SERVER).get(SERVER.url(path + "?client_secret=x"));
    Expect.refusalPage(answer);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void a_charset_above_ascii_is_read(Call call) {
    var usual = call.sent();
    for (var charset : List.of("ISO-8859-1", "US-ASCII", "utf8", "\"UTF-8\"", "windows-1252")) {
      var answer = call.sent("", FORM + "; charset=" + charset);
      assertThat(answer.status()).as(charset + " " + answer).isEqualTo(usual.status());
    }
  }

  @ParameterizedTest
  @Security(58)
  @MethodSource("posts")
  void any_other_charset_is_refused_for_what_it_is(Call call) {
    for (var charset : List.of("utf-16", "x-odd")) {
      var answer = call.sent("", FORM + "; charset=" + charset);
      Expect.json(answer, 415, "invalid_request");
      assertThat(answer.text("error_description")).contains("UTF-8");
    }
  }

  @Test
  void the_browser_s_endpoints_read_such_a_charset_too() {
    var form = Http.form(Application.spa(SERVER).asksFor("openid").parameters());
    for (var path : List.of("/oauth2/authorize", "/oauth2/logout")) {
      var body = path.endsWith("authorize") ? form : "state=x";
      var answer = new Call(path, "", body).sent("", FORM + "; charset=ISO-8859-1");
      assertThat(answer.isRedirect()).as(answer.toString()).isTrue();
    }
  }

  @Test
  void any_number_of_spaces_may_stand_behind_a_scheme() {
    var svc = Application.basic(SVC.id(), SVC.secret()).replace("Basic ", "Basic   ");
    Expect.tokens(new Call("/oauth2/token", svc, GRANT).sent());
    assertThat(new Call("/oauth2/userinfo", "Bearer  " + ACCESS, "").sent().status())
        .isEqualTo(200);
  }

  @Test
  @Spec("RFC 6749 §2.3.1")
  void a_secret_in_basic_may_be_encoded_or_not() {
    var secret = "q+Zb/8%2Bx+1%zz&=Vt9dXw7uK+yR3mA=";
    var plain = Base64.getEncoder().encodeToString(("plus:" + secret).getBytes(US_ASCII));
    for (var header : List.of("Basic " + plain, Application.basic("plus", secret))) {
      Expect.tokens(new Call("/oauth2/token", header, GRANT).sent());
    }
    var body = GRANT + "&client_id=plus&client_secret=" + Http.encode(secret);
    Expect.tokens(new Call("/oauth2/token", "", body).sent());
    var wrong = new Call("/oauth2/token", Application.basic("plus", secret + "+"), GRANT).sent();
    Expect.json(wrong, 401, "invalid_client");
    assertThat(wrong.text("error_description")).contains("form-urlencoded");
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void a_client_that_asks_for_openid_alone_may_be_told_names_in_its_id_token() {
    var secret = "cluster-secret-cluster-secret-cl";
    var cluster = new Application(SERVER, "cluster", secret, "https://cluster.test/cb");
    var tokens = Expect.tokens(Visitor.alice(SERVER).tokens(cluster.asksFor("openid")));
    assertThat(Tokens.claims(String.valueOf(tokens.get("id_token"))).getClaims())
        .containsEntry("preferred_username", "alice")
        .containsEntry("groups", List.of("staff", "admins"))
        .doesNotContainKey("email");
  }

  @ParameterizedTest
  @Spec("RFC 6749 §5.2")
  @ValueSource(strings = {"token", "par", "introspect", "revoke"})
  void an_unknown_public_client_brings_up_no_dialog_of_the_browser(String endpoint) {
    var answer = new Call("/oauth2/" + endpoint, "", GRANT + "&client_id=nobody&token=x").sent();
    Expect.json(answer, 401, "invalid_client");
    assertThat(answer.header("WWW-Authenticate")).isNotEmpty().doesNotContainIgnoringCase("basic");
  }

  private static String accessToken() {
    var house = Application.house(SERVER);
    var tokens = Expect.tokens(Visitor.alice(SERVER).tokens(house.asksFor("openid")));
    return String.valueOf(tokens.get("access_token"));
  }

  private static Answer send(HttpRequest.Builder request) {
    var built = request.build();
    return Http.send(built.uri().toString(), built);
  }
}
