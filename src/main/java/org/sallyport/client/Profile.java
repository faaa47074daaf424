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

  private static final List<Profile> ALL =
      List.of(OAUTH_2_1, FAPI2_SECURITY, FAPI2_MESSAGE_SIGNING);

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
   */
  public record AuthorizationFacts(boolean pushed, boolean signed, Duration lasts) {}

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

    boolean wantsIdTokensBy(Set<String> algorithms) {
      return !client.access().scopes().contains("openid")
          || algorithms.contains(client.signIn().idTokenAlgorithm().name());
    }
  }

  /** The rules of FAPI 2.0, by the numbers of its lists. */
  private static final class Fapi2 {
    private static final Set<String> ALGORITHMS = Set.of("PS256", "ES256", "Ed25519", "EdDSA");
    private static final Set<String> METHODS =
        Set.of("private_key_jwt", TlsClientAuth.NAME, SelfSignedTlsClientAuth.NAME);
    private static final String SECURITY = "FAPI 2.0 Security Profile ";
    private static final String SIGNING = "FAPI 2.0 Message Signing ";

    static final List<Rule<Candidate>> REGISTRATION =
        List.of(
            Rule.of(
                SECURITY + "5.3.2.1-3, -6",
                "token_endpoint_auth_method must be private_key_jwt or one of mutual TLS",
                c -> METHODS.contains(c.client().access().method())),
            Rule.of(
                SECURITY + "5.3.2.1-8",
                "accept_endpoint_audience must be false",
                c -> !c.client().hardening().endpointAudience()),
            Rule.of(
                SECURITY + "5.3.2.2-5", "require_pkce must be true", Candidate::challengesAlways),
            Rule.of(
                SECURITY + "5.3.2.2-8",
                "redirect_uris must be https",
                c ->
                    c.client().redirects().uris().stream()
                        .allMatch(u -> u.value().startsWith("https:"))),
            Rule.of(
                SECURITY + "5.4.1",
                "token_endpoint_auth_signing_alg must be PS256, ES256 or Ed25519",
                c ->
                    !c.client().access().method().equals("private_key_jwt")
                        || c.client()
                            .hardening()
                            .assertionAlgorithm()
                            .filter(ALGORITHMS::contains)
                            .isPresent()),
            Rule.of(
                SECURITY + "5.4.1",
                "id_token_signed_response_alg must be PS256, ES256 or Ed25519",
                c -> c.wantsIdTokensBy(ALGORITHMS)),
            Rule.of(
                SECURITY + "5.4.1",
                "the APIs of its scopes must have a signing_alg of PS256, ES256 or Ed25519",
                c ->
                    c.apis().stream()
                        .allMatch(a -> ALGORITHMS.contains(a.form().algorithm().name()))));

    static final List<Rule<AuthorizationFacts>> REQUEST =
        List.of(
            Rule.of(
                SECURITY + "5.3.2.2-3",
                "the authorization request must be pushed",
                AuthorizationFacts::pushed));

    static final List<Rule<TokenFacts>> TOKEN =
        List.of(
            Rule.of(
                SECURITY + "5.3.2.1-4, -5",
                "the access token must be bound, by a DPoP proof or to a certificate",
                TokenFacts::bound));

    static final List<Rule<Candidate>> SIGNING_REGISTRATION =
        List.of(
            Rule.of(
                SIGNING + "5.3.1",
                "request_object_signing_alg must be PS256, ES256 or Ed25519",
                c ->
                    c.client()
                        .hardening()
                        .requestAlgorithm()
                        .filter(ALGORITHMS::contains)
                        .isPresent()),
            Rule.of(
                SIGNING + "5.4.1",
                "authorization_signed_response_alg must be PS256, ES256 or Ed25519",
                c -> ALGORITHMS.contains(c.client().hardening().responseAlgorithm().name())));

    static final List<Rule<AuthorizationFacts>> SIGNING_REQUEST =
        List.of(
            Rule.of(SIGNING + "5.3.1-2", "the request must be signed", AuthorizationFacts::signed),
            Rule.of(
                SIGNING + "5.3.1-4",
                "the request object must have nbf, and exp within 60 minutes of it",
                r -> !r.lasts().isZero() && r.lasts().compareTo(Duration.ofMinutes(60)) <= 0));

    private Fapi2() {}
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
