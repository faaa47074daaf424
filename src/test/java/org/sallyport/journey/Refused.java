package org.sallyport.journey;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Function;

/** All that a person may be refused by a page of ours. */
@SuppressWarnings("ImmutableEnumChecker") // the ways keep nothing
enum Refused {
  WRONG_PASSWORD(400, "reason=wrong", s -> signIn(s, "olivia", "wrong")),
  DISABLED_PERSON(
      400,
      "reason=disabled why=configuration",
      s -> signIn(s, "dave", "once upon a time there was")),
  NO_PASSWORD(400, "reason=incomplete", s -> signIn(s, "olivia", "")),
  LONG_PASSWORD(400, "reason=too_long", s -> signIn(s, "olivia", "x".repeat(4_097))),
  THROTTLED(429, "reason=throttled", Refused::throttled),
  SIGN_IN_OF_ANOTHER_BROWSER(403, "reason=csrf", s -> Form.of(login(s), "sign-in").press(fresh(s))),
  SIGN_IN_WITHOUT_A_FORM(403, "reason=csrf", s -> fresh(s).post(s.url("/login"), "a=b")),
  CONSENT_OF_ANOTHER_BROWSER(403, "reason=csrf", Refused::consent),
  SIGN_OUT_OF_ANOTHER_BROWSER(403, "reason=csrf", Refused::signOut),
  FORM_OF_ANOTHER_SITE(403, "another site", Refused::foreign),
  ODD_FORM(400, "no form of this server", Refused::odd),
  EXPIRED(400, "no valid ticket", get("/login?ticket=x")),
  EXPIRED_CONSENT(400, "no valid ticket", get("/consent?ticket=x")),
  EXPIRED_SIGN_OUT(400, "no valid ticket", get("/oauth2/logout?ticket=x")),
  ANSWERED(400, "answered before", Refused::answered),
  UNKNOWN_CLIENT(400, "client_id names no", get("/oauth2/authorize?client_id=nobody")),
  DISABLED_CLIENT(400, "reason=disabled", get("/oauth2/authorize?client_id=gone")),
  DISABLED_CLIENT_AT_SIGN_OUT(400, "reason=disabled", get("/oauth2/logout?client_id=gone")),
  REDIRECT_URI(
      400,
      "received: https://evil.test/",
      get("/oauth2/authorize?client_id=web&redirect_uri=https%3A%2F%2Fevil.test%2F%3Cb%3E")),
  ADDRESS_AFTER_SIGN_OUT(
      400,
      "received: https://evil.test/",
      get("/oauth2/logout?client_id=web&post_logout_redirect_uri=https%3A%2F%2Fevil.test%2F")),
  NOT_FOUND(404, "error=invalid_request", get("/nowhere")),
  METHOD(405, "error=invalid_request", s -> fresh(s).send("PUT", s.url("/login"), "")),
  LONG_FORM(413, "error=invalid_request", s -> authorize(s, "x".repeat(200_000))),
  LONG_ADDRESS(414, "error=invalid_request", get("/login?x=" + "x".repeat(16_400))),
  HOST(421, "error=invalid_request", Refused::host);

  private final int status;
  private final String logged;
  private final Function<Server, Answer> way;

  Refused(int status, String logged, Function<Server, Answer> way) {
    this.status = status;
    this.logged = logged;
    this.way = way;
  }

  /** The status that it is answered with. */
  int status() {
    return status;
  }

  /** What the log has of it. */
  String logged() {
    return logged;
  }

  /** Provokes it. */
  Answer of(Server server) {
    return way.apply(server);
  }

  private static Function<Server, Answer> get(String path) {
    return server -> fresh(server).open(server.url(path));
  }

  private static Browser fresh(Server server) {
    return new Browser(server).sending("Accept-Language", "en");
  }

  private static Answer login(Server server) {
    return fresh(server).open(Application.house(server).asksFor("openid").url());
  }

  private static Answer signIn(Server server, String username, String password) {
    var person = new Visitor(fresh(server), username, password);
    return person.signsIn(person.opens(Application.house(server).asksFor("openid")));
  }

  private static Answer throttled(Server server) {
    var answer = signIn(server, "thorsten", "wrong");
    for (var i = 0; i < 20 && answer.status() != 429; i++) {
      answer = signIn(server, "thorsten", "wrong " + i);
    }
    return answer;
  }

  private static Visitor alice(Server server) {
    return new Visitor(fresh(server), "alice", Visitor.alice(server).password());
  }

  private static Answer consent(Server server) {
    var alice = alice(server);
    var request = Application.web(server).asksFor("openid").with("prompt", "consent");
    var page = alice.signsIn(alice.opens(request));
    return Form.of(page, "allow").with("csrf", "x").press(alice.browser());
  }

  private static Answer signOut(Server server) {
    var alice = alice(server);
    alice.authorizes(Application.house(server).asksFor("openid"));
    var page = alice.browser().open(server.url("/oauth2/logout?client_id=web"));
    return Form.of(page, "sign-out").with("csrf", "x").press(alice.browser());
  }

  private static Answer foreign(Server server) {
    return fresh(server).sending("Sec-Fetch-Site", "cross-site").post(server.url("/login"), "a=b");
  }

  private static Answer odd(Server server) {
    var form = Form.of(login(server), "sign-in").with("jakarta.faces.ViewState", "x");
    return form.press(fresh(server));
  }

  private static Answer authorize(Server server, String body) {
    return fresh(server).post(server.url("/oauth2/authorize"), body);
  }

  // The address that the page leads on to, opened twice.
  private static Answer answered(Server server) {
    var alice = alice(server);
    var form = Form.of(alice.opens(Application.house(server).asksFor("openid")), "sign-in");
    var filled = form.with("username", "alice").with("password", alice.password());
    var next = alice.browser().post(filled.action(), filled.body()).location();
    alice.browser().get(next);
    return alice.browser().get(next);
  }

  private static Answer host(Server server) {
    var url = "http://127.0.0.1:" + server.port() + "/login";
    var request = HttpRequest.newBuilder(URI.create(url)).header("Accept-Language", "en").build();
    return Http.send(url, request);
  }
}
