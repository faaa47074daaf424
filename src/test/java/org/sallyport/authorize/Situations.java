package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sallyport.authorize.AuthorizationStep.AskConsent;
import org.sallyport.grant.consent.ConsentChoice;
import org.sallyport.grant.consent.RememberedConsent;
import org.sallyport.interaction.ConsentAnswer;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.interaction.ConsentQuestion;
import org.sallyport.interaction.ConsentQuestion.Boxes;
import org.sallyport.interaction.Progress;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.ProvenFactor;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.request.Prompt;
import org.sallyport.request.ClaimsParameter;
import org.sallyport.request.SignInRequirements;
import org.sallyport.request.SignInRequirements.Named;
import org.sallyport.request.SignInRequirements.Wanted;
import org.sallyport.resource.details.AuthorizationDetails;
import org.sallyport.resource.details.TestDetails;
import org.sallyport.session.Session;

/** Situations in which an authorization request is met, and what is done next. */
final class Situations {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Subject ANN = new Subject("ann");
  static final Session SESSION =
      new Session(
          new SessionId("s"), ANN, SignInFactors.of(ProvenFactor.password(NOW.minusSeconds(60))));
  static final Scopes OPENID = Scopes.of("openid");
  static final Scopes OPENID_NOTES = Scopes.of("openid", "notes");
  static final ConsentChoice ALLOWED = new ConsentChoice(OPENID, Scopes.NONE);

  private Situations() {}

  static Wanted detailed(Scopes scopes, ConsentPolicy policy) {
    var details = AuthorizationDetails.parse(TestDetails.array(TestDetails.PAYMENT));
    return new Wanted(
        scopes,
        Scopes.NONE,
        details,
        policy,
        new Named(scopes, ClaimsParameter.NONE, Optional.empty()));
  }

  static AuthorizationStep step(SignInRequirements demand, Optional<UserContext> visitor) {
    return new NextStep(demand, NOW).of(visitor);
  }

  static void refused(SignInRequirements demand, Optional<UserContext> visitor, OAuthError error) {
    assertThatThrownBy(() -> step(demand, visitor))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  static Optional<UserContext> visitor(ConsentChoice before) {
    return visitor(before, Progress.none(SESSION.id()));
  }

  static Optional<UserContext> visitor(ConsentChoice before, Progress progress) {
    return visitor(new RememberedConsent(before, before.declined()), progress);
  }

  static Optional<UserContext> visitor(RememberedConsent before, Progress progress) {
    return Optional.of(new UserContext(SESSION, ANN, progress, before, Scopes.NONE));
  }

  /** One of whom nothing is known that these scopes would tell. */
  static Optional<UserContext> unknown(ConsentChoice before, Scopes scopes) {
    return visitor(before)
        .map(s -> new UserContext(SESSION, ANN, s.progress(), s.before(), scopes));
  }

  /** One whose refusals are of an earlier session. */
  static Optional<UserContext> later(ConsentChoice before) {
    return visitor(new RememberedConsent(before, Scopes.NONE), Progress.none(SESSION.id()));
  }

  static Progress signedIn() {
    return new Progress(SESSION.id(), "done", true, true, Optional.empty(), Optional.empty());
  }

  static Progress said(ConsentAnswer verdict) {
    return new Progress(SESSION.id(), "done", false, false, Optional.empty(), Optional.of(verdict));
  }

  static AskConsent asking(Scopes asked, Scopes before) {
    return asking(asked, before, Scopes.NONE);
  }

  static AskConsent asking(Scopes asked, Scopes before, Scopes unticked) {
    var boxes = new Boxes(asked.intersect(Scopes.of("notes")), unticked);
    return new AskConsent(SESSION, new ConsentQuestion(asked, before, boxes));
  }

  static Wanted wanted() {
    return wanted(OPENID, ConsentPolicy.ONCE);
  }

  static Wanted wanted(Scopes scopes, ConsentPolicy policy) {
    return new Wanted(
        scopes,
        scopes.intersect(Scopes.of("notes")),
        AuthorizationDetails.NONE,
        policy,
        new Named(scopes, ClaimsParameter.NONE, Optional.empty()));
  }

  static SignInRequirements demand(Prompt... prompts) {
    return demand(wanted(), prompts);
  }

  static SignInRequirements demand(Wanted wanted, Prompt... prompts) {
    return new SignInRequirements(Optional.empty(), Set.of(prompts), Optional.empty(), wanted);
  }

  static SignInRequirements within(int seconds) {
    return new SignInRequirements(
        Optional.empty(), Set.of(), Optional.of(Duration.ofSeconds(seconds)), wanted());
  }

  static SignInRequirements ofClass(String... classes) {
    var named = new Named(OPENID, ClaimsParameter.NONE, Optional.of(Set.of(classes)));
    return demand(
        new Wanted(OPENID, Scopes.NONE, AuthorizationDetails.NONE, ConsentPolicy.ONCE, named));
  }

  static SignInRequirements hinted(String subject, Prompt... prompts) {
    return new SignInRequirements(
        Optional.of(Set.of(subject, "nobody")), Set.of(prompts), Optional.empty(), wanted());
  }
}
