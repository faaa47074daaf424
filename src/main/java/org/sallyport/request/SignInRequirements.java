package org.sallyport.request;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.sallyport.protocol.request.Prompt.CONSENT;
import static org.sallyport.protocol.request.Prompt.CREATE;
import static org.sallyport.protocol.request.Prompt.LOGIN;
import static org.sallyport.protocol.request.Prompt.NONE;
import static org.sallyport.protocol.request.Prompt.SELECT_ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.request.Prompt;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * What a request demands of the person, after all rules held.
 *
 * @param who who may sign in, by their subjects; anybody where the client does not say
 * @param prompts what the client wants the person to be asked
 * @param maxAge how old the sign-in may be
 * @param wanted what the client wants to be allowed
 */
public record SignInRequirements(
    Optional<Set<String>> who, Set<Prompt> prompts, Optional<Duration> maxAge, Wanted wanted) {

  /**
   * What the client wants to be allowed.
   *
   * @param scopes those it names, and those that stand for the claims it names
   * @param optional those of the scopes that the person may leave out
   * @param details what it wants in detail, all of it or nothing
   */
  public record Wanted(
      Scopes scopes,
      Scopes optional,
      AuthorizationDetails details,
      ConsentPolicy policy,
      Named named) {
    /** The scopes that the person may not leave out. */
    public Scopes required() {
      return scopes.minus(optional);
    }

    /** The same without these scopes; the same as it is if nothing would be left to ask for. */
    public Wanted without(Scopes unknown) {
      var left = scopes.minus(unknown);
      return left.isEmpty() && details.isEmpty()
          ? this
          : new Wanted(left, optional.minus(unknown), details, policy, named);
    }
  }

  /**
   * What the request itself names; the person is asked for a claim in the words of its scope, but
   * the client gets no more than it has named.
   *
   * @param classes the authentication context classes of which one is demanded; any if none is said
   */
  public record Named(Scopes scopes, ClaimsParameter claims, Optional<Set<String>> classes) {}

  /** The same, with this to be allowed. */
  public SignInRequirements with(Wanted other) {
    return new SignInRequirements(who, prompts, maxAge, other);
  }

  /** Whether nothing may be shown. */
  public boolean silent() {
    return prompts.contains(NONE);
  }

  /** Whether the person has to sign in though they are signed in. */
  public boolean freshSignIn() {
    return prompts.contains(LOGIN);
  }

  /** Whether the person is led to the page for new accounts. */
  public boolean newAccount() {
    return prompts.contains(CREATE);
  }

  /** Whether the person has to choose an account. */
  public boolean chosenAccount() {
    return prompts.contains(SELECT_ACCOUNT);
  }

  /**
   * Whether the person has to be asked for consent whatever they allowed before. Details are of one
   * occasion, such as a payment, so a yes to them is never remembered.
   */
  public boolean consentAgain() {
    return prompts.contains(CONSENT)
        || wanted.policy() == ConsentPolicy.ALWAYS
        || !wanted.details().isEmpty();
  }

  /** Whether this person may sign in for it. */
  public boolean accepts(Subject subject) {
    return who.isEmpty() || who.get().contains(subject.value());
  }

  /** Whether a sign-in is young enough now, and of a class that is demanded. */
  public boolean accepts(Authentication authentication, Instant now) {
    var classes = wanted.named().classes();
    return (maxAge.isEmpty() || now.isBefore(authentication.time().plus(maxAge.get())))
        && (classes.isEmpty() || classes.get().contains(authentication.acr()));
  }

  /** What all of these sets have, if there is any set. */
  public static Optional<Set<String>> common(Stream<Set<String>> sets) {
    return sets.reduce(
        (one, other) -> one.stream().filter(other::contains).collect(toUnmodifiableSet()));
  }
}
