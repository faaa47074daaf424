package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;
import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sallyport.protocol.OAuthError;

/**
 * A set of rules that a client is held to, when it is registered and at each of its requests. What
 * this server does for everybody anyway (S256 alone, exact redirect URIs, {@code iss} in answers,
 * codes of a minute, 303) is not repeated.
 */
public final class Profile {
  /** No rules but everybody's. */
  public static final Profile NONE = new Profile("", List.of(), List.of(), List.of());

  /** OAuth 2.1. */
  public static final Profile OAUTH_2_1 =
      new Profile(
          "oauth2.1",
          List.of(
              Rule.of("OAuth 2.1 4.1.1", "require_pkce must be true", Candidate::challengesAlways)),
          List.of(),
          List.of());

  /** FAPI 2.0 Security Profile. */
  public static final Profile FAPI2_SECURITY =
      new Profile("fapi2-security", Fapi2.REGISTRATION, Fapi2.REQUEST, Fapi2.TOKEN);

  /** FAPI 2.0 Message Signing, which stands on the security profile. */
  public static final Profile FAPI2_MESSAGE_SIGNING =
      new Profile(
          "fapi2-message-signing",
          both(Fapi2.REGISTRATION, Fapi2.SIGNING_REGISTRATION),
          both(Fapi2.REQUEST, Fapi2.SIGNING_REQUEST),
          Fapi2.TOKEN);

  /** FAPI 1.0 Advanced Security Profile, with code and JARM. */
  public static final Profile FAPI1_ADVANCED =
      new Profile("fapi1-advanced", Fapi1.REGISTRATION, Fapi1.REQUEST, Fapi1.TOKEN);

  private static final List<Profile> ALL =
      List.of(OAUTH_2_1, FAPI2_SECURITY, FAPI2_MESSAGE_SIGNING, FAPI1_ADVANCED);

  private final String value;
  private final List<Rule<Candidate>> registration;
  private final List<Rule<AuthorizationFacts>> request;
  private final List<Rule<TokenFacts>> token;

  private Profile(
      String value,
      List<Rule<Candidate>> registration,
      List<Rule<AuthorizationFacts>> request,
      List<Rule<TokenFacts>> token) {
    this.value = value;
    this.registration = registration;
    this.request = request;
    this.token = token;
  }

  /**
   * How an authorization request came.
   *
   * @param lasts for how long its request object is good; zero if it does not say
   * @param challenged whether it has a code challenge
   * @param wantsJwt whether it wants its answer signed
   */
  public record AuthorizationFacts(
      boolean pushed, boolean signed, Duration lasts, boolean challenged, boolean wantsJwt) {

    /** Whether what is signed is good for an hour at most. */
    boolean lastsAnHourAtMost() {
      return !lasts.isZero() && lasts.compareTo(Duration.ofMinutes(60)) <= 0;
    }
  }

  /**
   * How tokens are asked for.
   *
   * @param bound whether the access token is going to be bound
   */
  public record TokenFacts(boolean bound) {}

  /**
   * A client that is to be registered.
   *
   * @param apis those that its tokens may be for
   */
  record Candidate(ClientMetadata client, List<ResourceServer> apis) {
    boolean challengesAlways() {
      return client.signIn().pkce() == PkcePolicy.REQUIRED;
    }

    boolean authenticatesBy(Set<String> methods) {
      return methods.contains(client.access().method());
    }

    boolean signsAssertionsBy(Set<String> algorithms) {
      return !authenticatesBy(Set.of("private_key_jwt"))
          || client.hardening().assertionAlgorithm().filter(algorithms::contains).isPresent();
    }

    boolean signsRequestsBy(Set<String> algorithms) {
      return client.hardening().requestAlgorithm().filter(algorithms::contains).isPresent();
    }

    boolean wantsAnswersBy(Set<String> algorithms) {
      return algorithms.contains(client.hardening().responseAlgorithm().name());
    }

    boolean callsApisOf(Set<String> algorithms) {
      return apis.stream().allMatch(a -> algorithms.contains(a.form().algorithm().name()));
    }

    boolean returnsByHttps() {
      return client.redirects().uris().stream().allMatch(u -> u.value().startsWith("https:"));
    }

    boolean wantsIdTokensBy(Set<String> algorithms) {
      return !client.access().scopes().contains("openid")
          || algorithms.contains(client.signIn().idTokenAlgorithm().name());
    }
  }

  /** The profile of this name; refuses any other. */
  public static Profile parse(String name) {
    return ALL.stream()
        .filter(p -> p.value.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                INVALID_CLIENT_METADATA.because(
                    "profile must be one of "
                        + ALL.stream().map(p -> p.value).collect(Collectors.joining(", "))));
  }

  /** Refuses to register a client that falls short. */
  void check(Candidate client) {
    check(registration, client, INVALID_CLIENT_METADATA);
  }

  /** Refuses an authorization request that falls short. */
  public void check(AuthorizationFacts facts) {
    check(request, facts, INVALID_REQUEST);
  }

  /** Refuses a token request that falls short. */
  public void check(TokenFacts facts) {
    check(token, facts, facts.bound() ? INVALID_REQUEST : INVALID_DPOP_PROOF);
  }

  /**
   * Whether a refresh token stays the same when it is used (FAPI 2.0 Security Profile 5.3.2.1-9).
   */
  public boolean keepsRefreshTokens() {
    return token == Fapi2.TOKEN;
  }

  private <T> void check(List<Rule<T>> rules, T facts, OAuthError error) {
    for (var rule : rules) {
      if (!rule.holds().test(facts)) {
        throw error.because(value + ": " + rule.must() + " (" + rule.section() + ")");
      }
    }
  }

  private static <T> List<Rule<T>> both(List<Rule<T>> one, List<Rule<T>> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  @Override
  public String toString() {
    return value;
  }
}
