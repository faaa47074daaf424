package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * One journey at each of the places where it may be interrupted, and how each goes on from there.
 */
record HalfFinished(Server server, int number) {
  private static final String ALL = "openid notes.read offline_access";

  /** Begins them all; what is given back finishes them. */
  List<Runnable> all() {
    return List.of(loginShown(), passwordWrong(), consentShown(), codeIssued(), signedIn());
  }

  private Runnable loginShown() {
    var request = house().asksFor("openid");
    var visitor = visitor();
    var page = visitor.opens(request);
    return () -> Expect.code(visitor.signsIn(page), request);
  }

  private Runnable passwordWrong() {
    var request = house().asksFor("openid");
    var visitor = visitor();
    var page = visitor.signsIn(visitor.opens(request), "not the password");
    assertThat(Visitor.shows(page, "sign-in")).isTrue();
    return () -> Expect.code(visitor.signsIn(page), request);
  }

  private Runnable consentShown() {
    var request = Application.web(server).asksFor("openid").with("prompt", "consent");
    var visitor = visitor();
    var page = visitor.signsIn(visitor.opens(request));
    return () -> Expect.code(visitor.allows(page), request);
  }

  private Runnable codeIssued() {
    var request = house().asksFor(ALL);
    var back = visitor().authorizes(request);
    return () -> Expect.tokens(house().redeems(request, back));
  }

  private Runnable signedIn() {
    var visitor = visitor();
    var refresh = visitor.tokens(house().asksFor(ALL)).text("refresh_token");
    var silent = house().asksFor("openid").with("prompt", "none");
    return () -> {
      Expect.code(visitor.browser().get(silent.url()), silent);
      Expect.tokens(house().refreshes(refresh));
    };
  }

  private Application house() {
    return Application.house(server);
  }

  // One account alone would have to wait after so many wrong passwords.
  private Visitor visitor() {
    return List.of(Visitor.alice(server), Visitor.bob(server), Visitor.carol(server))
        .get(number % 3);
  }
}
