package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.authorize.AuthorizationStep.Answer;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.client.registry.SubjectIdentifiers;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantRequest;
import org.sallyport.grant.GrantRequest.Approval;
import org.sallyport.grant.GrantRequest.CodeBinding;
import org.sallyport.grant.GrantRequest.SignedInPerson;
import org.sallyport.grant.Grants;
import org.sallyport.grant.consent.Consents;
import org.sallyport.grant.consent.RememberedConsent;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.person.People;
import org.sallyport.person.profile.Claims;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.StandardClaims;
import org.sallyport.protocol.request.Prompt;
import org.sallyport.request.CheckedRequest;
import org.sallyport.request.IdTokenHints;
import org.sallyport.request.SignInRequirements;
import org.sallyport.session.Session;

/** Finds out how things stand, decides the next step, and grants. */
@ApplicationScoped
class Decision {
  @Inject CurrentUsers visitors;
  @Inject People people;
  @Inject Consents consents;
  @Inject SubjectIdentifiers subjects;
  @Inject IdTokenHints hints;
  @Inject Grants grants;
  @Inject Clock clock;

  /** What the request leads to next, for the person at this browser. */
  AuthorizationStep next(HttpServletRequest http, CheckedRequest asked) {
    var situation = visitors.session(http).map(session -> situation(session, asked));
    try {
      return new NextStep(demand(asked), clock.instant()).of(situation);
    } catch (OAuthException refusal) {
      throw situation.isEmpty() ? visitors.explained(http, refusal) : refusal;
    }
  }

  /** The grant that the client gets a code for: the one row that a sign-on writes. */
  Grant grant(CheckedRequest asked, Answer answer) {
    var session = answer.session();
    var proof = asked.request().proof();
    var named = asked.wanted().named();
    return grants.open(
        new GrantRequest(
            asked.client().id(),
            new SignedInPerson(session.subject(), session.id(), session.authentication()),
            new Approval(
                answer.scopes().intersect(named.scopes()),
                asked.request().access().resources(),
                asked.wanted().details(),
                asked.client().metadata().mayUse("refresh_token"),
                named.claims().within(answer.scopes())),
            new CodeBinding(
                asked.request().returnTo().uri(),
                proof.challenge().orElse(null),
                proof.nonce().orElse(null),
                proof.key().orElse(null),
                SecurityProfile.of(asked.client().metadata()).longestCode())),
        clock.instant());
  }

  private UserContext situation(Session session, CheckedRequest asked) {
    var matters = mattersBefore(asked, session);
    return new UserContext(
        session,
        subjects.of(session.subject(), asked.client().metadata()),
        asked.held().progressIn(session.id()),
        matters
            ? consents.remembered(session.subject(), asked.client().id(), session.id())
            : RememberedConsent.NONE,
        matters ? unknown(asked.wanted().optional(), session) : Scopes.NONE);
  }

  // The person is read only if one of these scopes is asked for.
  private Scopes unknown(Scopes scopes, Session session) {
    return scopes.filter(StandardClaims::isScope).isEmpty()
        ? Scopes.NONE
        : people
            .find(session.subject())
            .map(person -> unknown(scopes, person.claims()))
            .orElse(Scopes.NONE);
  }

  /** Those of these scopes that ask for claims of which this person has none. */
  static Scopes unknown(Scopes scopes, Claims claims) {
    return scopes.filter(
        s -> StandardClaims.isScope(s) && claims.forScopes(Scopes.of(s)).isEmpty());
  }

  // What was consented to is not read where the operators vouch for the client and nobody asked.
  private static boolean mattersBefore(CheckedRequest asked, Session session) {
    return asked.wanted().policy() != ConsentPolicy.ON_DEMAND
        || asked.request().conditions().prompts().contains(Prompt.CONSENT)
        || asked.held().progressIn(session.id()).verdict().isPresent();
  }

  private SignInRequirements demand(CheckedRequest asked) {
    var conditions = asked.request().conditions();
    var usual = asked.client().metadata().signIn().defaultMaxAge();
    return new SignInRequirements(
        who(asked), conditions.prompts(), conditions.maxAge().or(() -> usual), asked.wanted());
  }

  private Optional<Set<String>> who(CheckedRequest asked) {
    var hinted =
        asked.request().conditions().idTokenHint().stream()
            .map(hint -> Set.of(hints.subject(hint, asked.client().id()).value()));
    var claimed = asked.wanted().named().claims().subjects().stream();
    var who = SignInRequirements.common(Stream.concat(hinted, claimed));
    if (who.filter(Set::isEmpty).isPresent()) {
      throw INVALID_REQUEST.because("id_token_hint and claims name different people");
    }
    return who;
  }
}
