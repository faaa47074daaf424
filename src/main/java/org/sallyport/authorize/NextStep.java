package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.ACCESS_DENIED;
import static org.sallyport.protocol.OAuthError.CONSENT_REQUIRED;
import static org.sallyport.protocol.OAuthError.LOGIN_REQUIRED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.authorize.AuthorizationStep.Answer;
import org.sallyport.authorize.AuthorizationStep.AskConsent;
import org.sallyport.authorize.AuthorizationStep.Register;
import org.sallyport.authorize.AuthorizationStep.SignIn;
import org.sallyport.interaction.Ask;
import org.sallyport.interaction.ConsentAnswer.Allowed;
import org.sallyport.interaction.ConsentAnswer.Denied;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.interaction.ConsentQuestion;
import org.sallyport.interaction.ConsentQuestion.Boxes;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.Scopes;
import org.sallyport.request.SignInRequirements;

/**
 * Chooses the next step from session, grant and prompt alone (OpenID Connect Core §3.1.2.3,
 * §3.1.2.4).
 */
record NextStep(SignInRequirements demand, Instant now) {
  /** How long a sign-in for a request is one for it, whatever age it may have by max_age. */
  private static final Duration COUNTS = Duration.ofMinutes(10);

  /** The step; refuses where the person said no, and where one is needed that may not be shown. */
  AuthorizationStep of(Optional<UserContext> situation) {
    if (demand.newAccount() && situation.filter(NextStep::hasAnswered).isEmpty()) {
      return new Register();
    }
    var signIn = situation.isEmpty() ? Optional.of(Ask.SIGN_IN) : signInFor(situation.get());
    if (signIn.isPresent()) {
      if (demand.silent()) {
        throw LOGIN_REQUIRED.because("prompt is none, but the person has to sign in");
      }
      return new SignIn(signIn.get());
    }
    return new NextStep(demandOf(situation.orElseThrow()), now).consentOf(situation.get());
  }

  // Whoever has an account already goes on with that.
  private static boolean hasAnswered(UserContext situation) {
    return situation.progress().signedIn() || situation.progress().accountChosen();
  }

  // A yes to what is not known today would count when it is, so it is left out where people are
  // asked. What they allowed before stays allowed, unless they are asked for all of it again.
  private SignInRequirements demandOf(UserContext situation) {
    var wanted = demand.wanted();
    if (demand.consentAgain()) {
      return demand.with(wanted.without(situation.unknown()));
    }
    return wanted.policy() == ConsentPolicy.ON_DEMAND
        ? demand
        : demand.with(wanted.without(situation.unknown().minus(situation.before().allowed())));
  }

  private Optional<Ask> signInFor(UserContext situation) {
    var progress = situation.progress();
    if (!demand.accepts(situation.subject())) {
      return otherAccountFor(situation);
    }
    if (progress.signedIn() && isRecent(situation.session().authentication())) {
      return Optional.empty();
    }
    if (demand.freshSignIn() || !demand.accepts(situation.session().authentication(), now)) {
      return Optional.of(Ask.SIGN_IN_AGAIN);
    }
    return demand.chosenAccount() && !progress.accountChosen()
        ? Optional.of(Ask.CHOOSE_ACCOUNT)
        : Optional.empty();
  }

  // A page that was left open is no sign-in for whoever finds it.
  private boolean isRecent(Authentication authentication) {
    return now.isBefore(authentication.time().plus(COUNTS));
  }

  private static Optional<Ask> otherAccountFor(UserContext situation) {
    if (situation.progress().accountChosen()) {
      throw LOGIN_REQUIRED.because(
          "another person signed in than the request names by id_token_hint or claims");
    }
    return Optional.of(Ask.CHOOSE_ACCOUNT);
  }

  private AuthorizationStep consentOf(UserContext situation) {
    var verdict = situation.progress().verdict();
    if (verdict.filter(Denied.class::isInstance).isPresent()) {
      throw ACCESS_DENIED.because("the person did not allow it");
    }
    return verdict
        .map(v -> ((Allowed) v).scopes().intersect(demand.wanted().scopes()))
        .filter(scopes -> stillHolds(scopes, situation))
        .or(() -> allowedBefore(situation))
        .<AuthorizationStep>map(scopes -> new Answer(situation.session(), scopes))
        .orElseGet(() -> ask(situation));
  }

  // What was withdrawn since, in another window, is asked for again.
  private boolean stillHolds(Scopes scopes, UserContext situation) {
    return (!scopes.isEmpty() || !demand.wanted().details().isEmpty())
        && situation.before().allowed().containsAll(scopes)
        && scopes.containsAll(demand.wanted().required());
  }

  private Optional<Scopes> allowedBefore(UserContext situation) {
    var wanted = demand.wanted();
    if (demand.consentAgain()) {
      return Optional.empty();
    }
    if (wanted.policy() == ConsentPolicy.ON_DEMAND) {
      return Optional.of(wanted.scopes());
    }
    // Where nothing may be shown, an optional scope that was never asked for is left out.
    var needed = demand.silent() ? wanted.required() : undecided(situation);
    var allowed = wanted.scopes().intersect(situation.before().allowed());
    return allowed.containsAll(needed) && !allowed.isEmpty()
        ? Optional.of(allowed)
        : Optional.empty();
  }

  private Scopes undecided(UserContext situation) {
    var declined = situation.before().declined().intersect(demand.wanted().optional());
    return demand.wanted().scopes().minus(declined);
  }

  private AskConsent ask(UserContext situation) {
    if (demand.silent()) {
      throw CONSENT_REQUIRED.because("prompt is none, but the person has to be asked for consent");
    }
    // Asked again, the person decides anew on everything.
    if (demand.consentAgain()) {
      return asking(situation, demand.wanted().scopes(), Scopes.NONE);
    }
    var allowed = situation.before().allowed();
    var asked = undecided(situation);
    var before = demand.wanted().scopes().intersect(allowed);
    // If all was declined before there is nothing left but to offer it again.
    var offered = asked.isEmpty() ? demand.wanted().scopes() : asked;
    return asking(situation, offered.minus(allowed), before);
  }

  // What was refused in an earlier session is asked for again, but it is for the person to tick it.
  private AskConsent asking(UserContext situation, Scopes asked, Scopes before) {
    var optional = asked.intersect(demand.wanted().optional());
    var unticked = optional.intersect(situation.before().choice().declined());
    return new AskConsent(
        situation.session(), new ConsentQuestion(asked, before, new Boxes(optional, unticked)));
  }
}
