package org.sallyport.client.profile;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;
import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.metadata.PkcePolicy;
import org.sallyport.client.metadata.ProfileName;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.resource.api.ResourceServer;

/**
 * A set of rules that a client is held to, when it is registered and at each of its requests. What
 * this server does for everybody anyway (S256 alone, exact redirect URIs, {@code iss} in answers,
 * 303) is not repeated.
 */
public final class SecurityProfile {
  /** No rules but everybody's. */
  public static final SecurityProfile NONE = new SecurityProfile(ProfileName.NONE, Rules.NONE);

  /** OAuth 2.1. */
  public static final SecurityProfile OAUTH_2_1 =
      new SecurityProfile(
          ProfileName.OAUTH_2_1,
          Rules.ofRegistration(
              ProfileRule.of(
                  "OAuth 2.1 4.1.1", "require_pkce must be true", Candidate::challengesAlways)));

  /** FAPI 2.0 Security Profile. */
  public static final SecurityProfile FAPI2_SECURITY =
      new SecurityProfile(ProfileName.FAPI2_SECURITY, Fapi2.SECURITY_PROFILE);

  /** FAPI 2.0 Message Signing, which stands on the security profile. */
  public static final SecurityProfile FAPI2_MESSAGE_SIGNING =
      new SecurityProfile(ProfileName.FAPI2_MESSAGE_SIGNING, Fapi2.MESSAGE_SIGNING);

  /** FAPI 1.0 Advanced Security Profile, with code and JARM. */
  public static final SecurityProfile FAPI1_ADVANCED =
      new SecurityProfile(ProfileName.FAPI1_ADVANCED, Fapi1.ADVANCED_PROFILE);

  private final ProfileName name;
  private final Rules rules;

  private SecurityProfile(ProfileName name, Rules rules) {
    this.name = name;
    this.rules = rules;
  }

  /**
   * All rules of a profile.
   *
   * @param registration how clients are registered
   * @param request how authorization requests are made
   * @param token how tokens are asked for
   * @param proof how possession is proved
   */
  record Rules(
      List<ProfileRule<Candidate>> registration,
      List<ProfileRule<AuthorizationFacts>> request,
      List<ProfileRule<TokenFacts>> token,
      List<ProfileRule<ProofFacts>> proof) {
    static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of());

    static Rules ofRegistration(ProfileRule<Candidate> rule) {
      return new Rules(List.of(rule), List.of(), List.of(), List.of());
    }

    /** These and more for those who sign what they send. */
    Rules and(
        List<ProfileRule<Candidate>> registering,
        List<ProfileRule<AuthorizationFacts>> requesting) {
      return new Rules(both(registration, registering), both(request, requesting), token, proof);
    }

    private static <T> List<ProfileRule<T>> both(
        List<ProfileRule<T>> one, List<ProfileRule<T>> other) {
      return Stream.concat(one.stream(), other.stream()).toList();
    }
  }

  /**
   * How an authorization request came.
   *
   * @param signedBy the algorithm by which it is signed, if it is
   * @param lasts for how long its request object is good; zero if it does not say
   * @param said what it asks for; what is signed alone, if it is signed
   */
  public record AuthorizationFacts(
      boolean pushed, Optional<String> signedBy, Duration lasts, Parameters said) {

    boolean signed() {
      return signedBy.isPresent();
    }

    /** Whether it is unsigned, or signed by one of these. */
    boolean signedByNoneBut(Set<String> algorithms) {
      return signedBy.filter(a -> !algorithms.contains(a)).isEmpty();
    }

    /** Whether what is signed is good for an hour at most. */
    boolean lastsAnHourAtMost() {
      return !lasts.isZero() && lasts.compareTo(Duration.ofMinutes(60)) <= 0;
    }

    boolean has(String parameter) {
      return said.optional(parameter).isPresent();
    }

    boolean isOpenId() {
      return said.optional("scope")
          .map(Scopes::parse)
          .filter(s -> s.contains("openid"))
          .isPresent();
    }

    /** Whether its answer is to be signed. */
    boolean wantsJwt() {
      return said.optional("response_mode").filter(m -> m.endsWith("jwt")).isPresent();
    }
  }

  /**
   * How tokens are asked for.
   *
   * @param bound whether the access token is going to be bound
   */
  public record TokenFacts(boolean bound) {}

  /**
   * How a proof of possession is made.
   *
   * @param algorithm by which it is signed
   */
  public record ProofFacts(String algorithm) {}

  /**
   * A client that is to be registered.
   *
   * @param apis those that its tokens may be for
   */
  public record Candidate(ClientMetadata client, List<ResourceServer> apis) {
    boolean challengesAlways() {
      return client.signIn().pkce() == PkcePolicy.REQUIRED;
    }

    boolean authenticatesByPrivateKey() {
      return AuthenticationMethod.withPrivateKey().containsAll(client.access().methods().all());
    }

    boolean signsAssertionsBy(Set<String> algorithms) {
      return !AuthenticationMethod.PRIVATE_KEY_JWT.is(client.access().method())
          || client.authentication().assertionAlgorithm().filter(algorithms::contains).isPresent();
    }

    boolean signsRequestsBy(Set<String> algorithms) {
      return client.requests().algorithm().filter(algorithms::contains).isPresent();
    }

    /** Whether it does not say how it signs requests, or by one of these. */
    boolean signsRequestsByNoneBut(Set<String> algorithms) {
      return client.requests().algorithm().filter(a -> !algorithms.contains(a)).isEmpty();
    }

    boolean wantsAnswersBy(Set<String> algorithms) {
      return algorithms.contains(client.responses().authorization().algorithm().name());
    }

    boolean isToldBy(Set<String> algorithms) {
      var responses = client.responses();
      return Stream.concat(responses.userinfo().stream(), Stream.of(responses.introspection()))
          .allMatch(how -> algorithms.contains(how.algorithm().name()));
    }

    boolean callsApisOf(Set<String> algorithms) {
      return apis.stream().allMatch(a -> algorithms.contains(a.form().algorithm().name()));
    }

    boolean returnsByHttps() {
      return client.redirects().uris().stream().allMatch(u -> u.value().startsWith("https:"));
    }

    boolean wantsIdTokensBy(Set<String> algorithms) {
      return !client.access().scopes().contains("openid")
          || algorithms.contains(client.responses().idToken().algorithm().name());
    }
  }

  /** The rules that this client is held to. */
  public static SecurityProfile of(ClientMetadata client) {
    return switch (client.profile()) {
      case NONE -> NONE;
      case OAUTH_2_1 -> OAUTH_2_1;
      case FAPI2_SECURITY -> FAPI2_SECURITY;
      case FAPI2_MESSAGE_SIGNING -> FAPI2_MESSAGE_SIGNING;
      case FAPI1_ADVANCED -> FAPI1_ADVANCED;
    };
  }

  /** Refuses to register a client that falls short. */
  public void check(Candidate client) {
    check(rules.registration, client, INVALID_CLIENT_METADATA);
  }

  /** Refuses an authorization request that falls short. */
  public void check(AuthorizationFacts facts) {
    check(rules.request, facts, INVALID_REQUEST);
  }

  /** Refuses a token request that falls short. */
  public void check(TokenFacts facts) {
    check(rules.token, facts, INVALID_REQUEST);
  }

  /** Refuses a proof of possession that falls short. */
  public void check(ProofFacts facts) {
    check(rules.proof, facts, INVALID_DPOP_PROOF);
  }

  /** How long a code may wait at most (RFC 6749 §4.1.2, FAPI 2.0 Security Profile 5.3.2.1-11). */
  public Duration longestCode() {
    return isFapi2() ? Duration.ofSeconds(60) : Duration.ofMinutes(10);
  }

  /**
   * Whether a refresh token stays the same when it is used (FAPI 2.0 Security Profile 5.3.2.1-9).
   */
  public boolean keepsRefreshTokens() {
    return isFapi2();
  }

  private boolean isFapi2() {
    return rules.token == Fapi2.TOKEN;
  }

  private <T> void check(List<ProfileRule<T>> held, T facts, OAuthError error) {
    for (var rule : held) {
      if (!rule.holds().test(facts)) {
        throw rule.error()
            .orElse(error)
            .because(name + ": " + rule.must() + " (" + rule.section() + ")");
      }
    }
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
