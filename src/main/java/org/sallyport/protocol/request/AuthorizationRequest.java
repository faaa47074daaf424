package org.sallyport.protocol.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.REGISTRATION_NOT_SUPPORTED;
import static org.sallyport.protocol.OAuthError.REQUEST_NOT_SUPPORTED;
import static org.sallyport.protocol.OAuthError.REQUEST_URI_NOT_SUPPORTED;
import static org.sallyport.protocol.OAuthError.UNSUPPORTED_RESPONSE_TYPE;
import static org.sallyport.protocol.request.RequestParameter.ACR_VALUES;
import static org.sallyport.protocol.request.RequestParameter.CLAIMS;
import static org.sallyport.protocol.request.RequestParameter.CLAIMS_LOCALES;
import static org.sallyport.protocol.request.RequestParameter.CLIENT_ID;
import static org.sallyport.protocol.request.RequestParameter.CODE_CHALLENGE;
import static org.sallyport.protocol.request.RequestParameter.CODE_CHALLENGE_METHOD;
import static org.sallyport.protocol.request.RequestParameter.DPOP_JKT;
import static org.sallyport.protocol.request.RequestParameter.ID_TOKEN_HINT;
import static org.sallyport.protocol.request.RequestParameter.MAX_AGE;
import static org.sallyport.protocol.request.RequestParameter.NONCE;
import static org.sallyport.protocol.request.RequestParameter.PROMPT;
import static org.sallyport.protocol.request.RequestParameter.RESOURCE;
import static org.sallyport.protocol.request.RequestParameter.RESPONSE_MODE;
import static org.sallyport.protocol.request.RequestParameter.RESPONSE_TYPE;
import static org.sallyport.protocol.request.RequestParameter.SCOPE;
import static org.sallyport.protocol.request.RequestParameter.STATE;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeChallenge;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Thumbprint;

/**
 * An authorization request whose words are all well formed (RFC 6749 §4.1.1, OpenID Connect Core
 * §3.1.2.1); whether the client may say them is another matter.
 *
 * @param claims which claims it names
 */
public record AuthorizationRequest(
    ClientId client,
    ReturnAddress returnTo,
    Optional<ResponseMode> responseMode,
    Access access,
    Proof proof,
    Conditions conditions,
    NamedClaims claims) {
  private static final Set<String> REPEATABLE =
      RequestParameter.names(RequestParameter::isRepeatable);
  private static final int MOST_RESOURCES = 20;
  private static final int LONGEST_RESOURCES = 19_000;

  /** What the client wants to be allowed; no scopes where it did not say. */
  public record Access(Optional<Scopes> scopes, List<Resource> resources) {
    public Access {
      resources = List.copyOf(resources);
    }

    /** Whether this is an OpenID request (OpenID Connect Core §3.1.2.1). */
    public boolean isOpenId() {
      return scopes.filter(s -> s.contains("openid")).isPresent();
    }
  }

  /** What will tie the code to the client that asked (RFC 7636 §4.3, RFC 9449 §10). */
  public record Proof(
      Optional<CodeChallenge> challenge, Optional<String> nonce, Optional<Thumbprint> key) {}

  /**
   * What must be true of the person's sign-in (OpenID Connect Core §3.1.2.1).
   *
   * @param classes the {@code acr_values}: authentication context classes that the client likes
   */
  public record Conditions(
      Set<Prompt> prompts,
      Optional<Duration> maxAge,
      Optional<String> idTokenHint,
      Set<String> classes) {}

  /**
   * The claims that it names one by one, and the languages that it wants them in.
   *
   * @param json not yet read (OpenID Connect Core §5.5)
   * @param locales language tags apart by blanks, not yet read (OpenID Connect Core §5.2)
   */
  public record NamedClaims(Optional<String> json, Optional<String> locales) {}

  /** The request that these parameters make; refuses what is missing, repeated or malformed. */
  public static AuthorizationRequest parse(Parameters parameters, ReturnAddress returnTo) {
    parameters.refuseRepeatedExcept(REPEATABLE);
    refuseWhatIsNotOffered(parameters.names());
    refuseOtherFlows(RESPONSE_TYPE.requiredIn(parameters));
    STATE.in(parameters);
    return new AuthorizationRequest(
        new ClientId(CLIENT_ID.requiredIn(parameters)),
        returnTo,
        RESPONSE_MODE.read(parameters, "a response mode", ResponseMode::parse),
        access(parameters),
        proof(parameters),
        conditions(parameters),
        new NamedClaims(CLAIMS.in(parameters), CLAIMS_LOCALES.in(parameters)));
  }

  // OpenID Connect Core §6, §7.2.1.
  private static void refuseWhatIsNotOffered(Set<String> names) {
    if (names.contains("request")) {
      throw REQUEST_NOT_SUPPORTED.because(
          "this client has no keys registered (jwks, jwks_uri) to sign a request object with");
    }
    if (names.contains("request_uri")) {
      throw REQUEST_URI_NOT_SUPPORTED.because(
          "this client has no request_uris registered: push the request, or send its parameters");
    }
    if (names.contains("registration")) {
      throw REGISTRATION_NOT_SUPPORTED.because("clients are registered beforehand");
    }
  }

  // RFC 9700 §2.1.2.
  private static void refuseOtherFlows(String responseType) {
    if (!responseType.equals("code")) {
      throw UNSUPPORTED_RESPONSE_TYPE.because(
          "only response_type=code is served; implicit and hybrid clients move to it, with PKCE");
    }
  }

  private static Access access(Parameters parameters) {
    var resources = parameters.all(RESOURCE.wireName());
    if (resources.size() > MOST_RESOURCES) {
      throw INVALID_REQUEST.because("more than " + MOST_RESOURCES + " resources");
    }
    if (resources.stream().mapToInt(String::length).sum() > LONGEST_RESOURCES) {
      throw INVALID_REQUEST.because(
          "resources of more than " + LONGEST_RESOURCES + " characters together");
    }
    return new Access(
        SCOPE.read(parameters, "scope values apart by blanks", Scopes::parse),
        resources.stream().distinct().map(Resource::new).toList());
  }

  private static Proof proof(Parameters parameters) {
    return new Proof(
        challenge(parameters),
        NONCE.in(parameters),
        DPOP_JKT.read(parameters, "43 characters of base64url", Thumbprint::new));
  }

  private static Optional<CodeChallenge> challenge(Parameters parameters) {
    var method = CODE_CHALLENGE_METHOD.read(parameters, "S256", AuthorizationRequest::s256);
    var challenge =
        CODE_CHALLENGE.read(parameters, "43 characters of base64url", CodeChallenge::new);
    // RFC 7636 §4.3: without a method it would be plain.
    if (challenge.isPresent() != method.isPresent()) {
      throw INVALID_REQUEST.because("code_challenge needs code_challenge_method=S256 beside it");
    }
    return challenge;
  }

  private static String s256(String method) {
    if (!method.equals("S256")) {
      throw INVALID_REQUEST.because("code_challenge_method must be S256");
    }
    return method;
  }

  private static Conditions conditions(Parameters parameters) {
    return new Conditions(
        PROMPT
            .read(
                parameters, "none alone, or some of login, consent, select_account", Prompt::parse)
            .orElse(Set.of()),
        MAX_AGE.read(parameters, "a number of seconds", AuthorizationRequest::seconds),
        ID_TOKEN_HINT.in(parameters),
        ACR_VALUES.in(parameters).map(AuthorizationRequest::words).orElse(Set.of()));
  }

  private static Duration seconds(String value) {
    if (value.length() > 9 || !isNumber(value)) {
      throw INVALID_REQUEST.because("max_age must be a number of seconds");
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }

  private static Set<String> words(String list) {
    // Not an immutable set, which many words of one hash make slow.
    var words = new LinkedHashSet<>(Arrays.asList(list.split(" ")));
    words.remove("");
    return Collections.unmodifiableSet(words);
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
