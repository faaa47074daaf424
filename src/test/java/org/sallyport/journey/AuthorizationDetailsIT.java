package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.resource.details.TestDetails.ACCOUNTS;
import static org.sallyport.resource.details.TestDetails.PAYMENT;
import static org.sallyport.resource.details.TestDetails.array;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Rich authorization requests: said in detail, shown in words, granted, narrowed. */
@Spec("RFC 9396")
class AuthorizationDetailsIT {
  private static final String DETAILS = "authorization_details";
  private static final String LESS = ACCOUNTS.replace("\"list_accounts\", ", "");

  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Application svc = Application.svc(server);
  private final Visitor carol = Visitor.carol(server);

  @Test
  void a_payment_goes_from_the_words_on_the_page_to_the_api() {
    var request = web.asksFor("openid").with(DETAILS, array(PAYMENT));
    var page = asked(request);
    assertThat(words(page)).contains("Pay 123.50 EUR to Merchant A", "Ref Number Merchant");
    var tokens = Expect.tokens(web.redeems(request, carol.allows(page)));
    assertThat(tokens).containsEntry(DETAILS, json(PAYMENT)).containsEntry("scope", "openid");
    var token = String.valueOf(tokens.get("access_token"));
    assertThat(Tokens.claims(token).getClaim(DETAILS)).isEqualTo(json(PAYMENT));
    assertThat(Tokens.claims(token).getAudience()).containsExactly("https://example.com/payments");
    for (var asking : List.of(web, Application.api(server))) {
      assertThat(asking.introspects(token).json()).containsEntry(DETAILS, json(PAYMENT));
    }
    var refresh = String.valueOf(tokens.get("refresh_token"));
    assertThat(web.introspects(refresh).json()).containsEntry(DETAILS, json(PAYMENT));
  }

  @Test
  void the_words_are_in_the_language_of_the_person() {
    var request = web.asksFor("openid").with(DETAILS, array(PAYMENT));
    var german = asked(request.with("ui_locales", "de"));
    assertThat(words(german)).contains("123.50 EUR an Merchant A zahlen", "Zweck");
    assertThat(words(carol.opens(request.with("ui_locales", "ar")))).contains("المرجع");
  }

  @Test
  void what_a_client_writes_is_no_markup() {
    var evil = PAYMENT.replace("Merchant A", "<b>A</b>&amp;");
    var page = asked(web.asksFor("openid").with(DETAILS, array(evil)));
    assertThat(words(page)).contains("<b>A</b>&amp;");
    assertThat(page.page().select("form b")).isEmpty();
  }

  @Test
  void a_pushed_request_may_have_details_and_no_scope() {
    var request = web.asksFor("").with(DETAILS, array(PAYMENT, ACCOUNTS));
    var pushed = web.posts("/oauth2/par", request.parameters());
    assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    var reference = Map.of("client_id", "web", "request_uri", pushed.text("request_uri"));
    var page = asked(new Authorization(web, request.verifier(), reference));
    assertThat(words(page)).contains("Pay 123.50 EUR to Merchant A", "See your accounts");
    var tokens = Expect.tokens(web.redeems(request, carol.allows(page)));
    assertThat(tokens).containsEntry(DETAILS, json(PAYMENT, ACCOUNTS));
    assertThat(tokens).doesNotContainKeys("scope", "id_token");
  }

  @Test
  void a_request_in_a_form_may_have_details() {
    var request = web.asksFor("openid").with(DETAILS, array(ACCOUNTS));
    var form = Http.form(request.parameters());
    var opened = carol.browser().post(server.url("/oauth2/authorize"), form);
    var page = carol.signsIn(carol.browser().follow(opened));
    var tokens = Expect.tokens(web.redeems(request, carol.allows(page)));
    assertThat(tokens).containsEntry(DETAILS, json(ACCOUNTS));
  }

  @Test
  @Spec("RFC 9101 §4")
  void a_signed_request_has_them_as_an_array() {
    var sig =
        new Application(server, "sig", "sig-secret-sig-secret-sig-secret", "https://sig.test/cb");
    var request = sig.asksFor("openid");
    var signed = signed(request, json(PAYMENT));
    var page = asked(signed);
    assertThat(words(page)).contains("Pay 123.50 EUR to Merchant A");
    var tokens = Expect.tokens(sig.redeems(request, carol.allows(page)));
    assertThat(tokens).containsEntry(DETAILS, json(PAYMENT));

    var text = carol.opens(signed(request, array(PAYMENT)));
    Expect.sentBack(text, request, "invalid_authorization_details");
  }

  @Test
  @Security(175)
  @Spec("OpenID Connect Core §3.1.2.1")
  void details_are_asked_for_each_time_and_never_silently() {
    for (var application : List.of(web, Application.house(server))) {
      var request = application.asksFor("openid").with(DETAILS, array(ACCOUNTS));
      carol.authorizes(request);
      assertThat(Visitor.shows(carol.opens(request), "allow")).isTrue();
      var silent = request.with("prompt", "none");
      Expect.sentBack(carol.opens(silent), silent, "consent_required");
    }
  }

  @Test
  void who_denies_gives_nothing() {
    var request = web.asksFor("").with(DETAILS, array(PAYMENT));
    Expect.sentBack(carol.denies(asked(request)), request, "access_denied");
  }

  @Test
  @Security(171)
  @Spec("RFC 9396 §6")
  void a_refresh_may_be_for_less_and_never_for_more() {
    var request = web.asksFor("openid").with(DETAILS, array(PAYMENT, ACCOUNTS));
    var tokens = Expect.tokens(web.redeems(request, carol.authorizes(request)));
    var narrow = refreshed(tokens, array(LESS));
    assertThat(Expect.tokens(narrow)).containsEntry(DETAILS, json(LESS));
    var token = narrow.text("access_token");
    assertThat(web.introspects(token).json()).containsEntry(DETAILS, json(LESS));
    var more = refreshed(narrow.json(), array(PAYMENT.replace("123.50", "999.99")));
    Expect.json(more, 400, "invalid_authorization_details");
    var whole = Expect.tokens(web.refreshes(narrow.text("refresh_token")));
    assertThat(whole).containsEntry(DETAILS, json(PAYMENT, ACCOUNTS));
  }

  @Test
  @Spec("RFC 9396 §6")
  void a_service_gets_details_of_its_own() {
    var own = Map.of("grant_type", "client_credentials", DETAILS, array(PAYMENT));
    var tokens = Expect.tokens(svc.token(own));
    assertThat(tokens).containsEntry(DETAILS, json(PAYMENT)).doesNotContainKey("scope");
    var others = Map.of("grant_type", "client_credentials", DETAILS, array(ACCOUNTS));
    Expect.json(svc.token(others), 400, "invalid_authorization_details");
  }

  @ParameterizedTest
  @Security({170, 172})
  @Spec("RFC 9396 §5")
  @ValueSource(
      strings = {
        "x",
        "{\"type\":\"payment_initiation\"}",
        "[{}]",
        "[{\"type\":\"unknown\"}]",
        "[{\"type\":\"account_information\"}]",
        "[{\"type\":\"account_information\",\"actions\":[\"destroy\"]}]",
        "[{\"type\":\"account_information\",\"actions\":\"list_accounts\"}]",
        "[{\"type\":\"account_information\",\"actions\":[],\"more\":1}]",
        "[{\"type\":\"account_information\",\"actions\":[],\"locations\":[\"https://x.test/\"]}]"
      })
  void what_is_not_as_its_type_has_it_is_refused_at_each_door(String details) {
    var request = web.asksFor("openid").with(DETAILS, details);
    var back = carol.opens(request);
    Expect.sentBack(back, request, "invalid_authorization_details");
    assertThat(back.returned().get("error_description")).contains("authorization_details");
    var pushed = web.posts("/oauth2/par", request.parameters());
    Expect.json(pushed, 400, "invalid_authorization_details");
    var own = Map.of("grant_type", "client_credentials", DETAILS, details);
    Expect.json(svc.token(own), 400, "invalid_authorization_details");
  }

  @Test
  @Security(172)
  void a_client_is_refused_a_type_that_it_is_not_registered_for() {
    var evil = Application.evil(server);
    var request = evil.asksFor("openid").with(DETAILS, array(PAYMENT));
    Expect.sentBack(carol.opens(request), request, "invalid_authorization_details");
  }

  @Test
  void no_refusal_leaves_for_a_redirect_uri_that_is_not_the_clients() {
    var request = web.asksFor("openid").with(DETAILS, "x");
    Expect.refusalPage(carol.opens(request.with("redirect_uri", "https://evil.test/")));
  }

  @Test
  @Spec("RFC 9126 §2.1")
  void what_would_be_too_large_at_the_browser_is_refused_when_it_is_pushed() {
    var reference = new StringBuilder();
    new java.util.Random(1).ints(5_000, 0x4E00, 0x9FA5).forEach(reference::appendCodePoint);
    var large = PAYMENT.replace("Ref Number Merchant", reference);
    var request = web.asksFor("openid").with(DETAILS, array(large));
    Expect.json(web.posts("/oauth2/par", request.parameters()), 400, "invalid_request");
  }

  @Test
  @Spec("RFC 9396 §10")
  void both_metadata_documents_name_the_types() {
    for (var name : List.of("openid-configuration", "oauth-authorization-server")) {
      var answer = new Browser(server).get(server.url("/.well-known/" + name));
      assertThat(answer.json())
          .containsEntry(
              "authorization_details_types_supported",
              List.of("account_information", "payment_initiation"));
    }
  }

  private Answer asked(Authorization request) {
    var page = carol.opens(request);
    return Visitor.shows(page, "sign-in") ? carol.signsIn(page) : page;
  }

  private static String words(Answer page) {
    return page.page().select(".accesses").text().replaceAll("[\u2068\u2069]", "");
  }

  private Answer refreshed(Map<String, Object> tokens, String details) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", String.valueOf(tokens.get("refresh_token")));
    form.put(DETAILS, details);
    return web.token(form);
  }

  private Authorization signed(Authorization request, Object details) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("sig")
            .audience(server.issuer())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim(DETAILS, details);
    request.parameters().forEach(claims::claim);
    var object = Keyholder.sign("oauth-authz-req+jwt", claims.build());
    var holding = Map.of("client_id", "sig", "request", object);
    return new Authorization(request.application(), request.verifier(), holding);
  }

  private static List<Object> json(String... details) {
    try {
      return JSONArrayUtils.parse(array(details));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
