package org.sallyport.protocol;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The parameters of an authorization request. Each is declared here once, with all that differs
 * between them: whether it is kept while the request is on hold, whether its value is JSON, how
 * long it may be, and whether it may be repeated. Whatever reads, bounds or keeps requests asks
 * this table.
 */
public enum RequestParameter {
  /** OpenID Connect Core §3.1.2.1. */
  ACR_VALUES("acr_values", Trait.KEPT, Trait.HINT),
  /** RFC 9396 §2. */
  AUTHORIZATION_DETAILS("authorization_details", Trait.KEPT, Trait.JSON),
  /** OpenID Connect Core §5.5. */
  CLAIMS("claims", 3_000, Trait.KEPT, Trait.JSON, Trait.JSON_OBJECT),
  /** OpenID Connect Core §5.2; nothing here depends on it. */
  CLAIMS_LOCALES("claims_locales"),
  /** RFC 6749 §4.1.1. */
  CLIENT_ID("client_id", Trait.KEPT),
  /** RFC 7636 §4.3. */
  CODE_CHALLENGE("code_challenge", Trait.KEPT),
  /** RFC 7636 §4.3. */
  CODE_CHALLENGE_METHOD("code_challenge_method", Trait.KEPT),
  /** OpenID Connect Core §3.1.2.1; nothing here depends on it. */
  DISPLAY("display"),
  /** RFC 9449 §10. */
  DPOP_JKT("dpop_jkt", Trait.KEPT),
  /** OpenID Connect Core §3.1.2.1. */
  ID_TOKEN_HINT("id_token_hint", 3_000, Trait.KEPT),
  /** OpenID Connect Core §3.1.2.1. */
  LOGIN_HINT("login_hint", Trait.KEPT, Trait.HINT),
  /** OpenID Connect Core §3.1.2.1. */
  MAX_AGE("max_age", Trait.KEPT, Trait.NUMBER),
  /** OpenID Connect Core §3.1.2.1. */
  NONCE("nonce", 1_000, Trait.KEPT),
  /** OpenID Connect Core §3.1.2.1. */
  PROMPT("prompt", Trait.KEPT),
  /** RFC 6749 §4.1.1. */
  REDIRECT_URI("redirect_uri", Trait.KEPT),
  /** OpenID Connect Core §7.2.1; refused, since clients are registered beforehand. */
  REGISTRATION("registration", Trait.JSON),
  /** RFC 8707 §2. */
  RESOURCE("resource", Trait.KEPT, Trait.REPEATABLE),
  /** OAuth 2.0 Multiple Response Type Encoding Practices §2.1. */
  RESPONSE_MODE("response_mode", Trait.KEPT),
  /** RFC 6749 §4.1.1. */
  RESPONSE_TYPE("response_type", Trait.KEPT),
  /** RFC 6749 §3.3. */
  SCOPE("scope", Trait.KEPT),
  /** RFC 6749 §4.1.1. */
  STATE("state", 2_000, Trait.KEPT),
  /** OpenID Connect Core §3.1.2.1. */
  UI_LOCALES("ui_locales", Trait.KEPT, Trait.HINT);

  /** How many characters a hint may have to be kept; a longer one helps nobody. */
  public static final int LONGEST_HINT = 300;

  private static final Map<String, RequestParameter> BY_NAME =
      Arrays.stream(values())
          .collect(toUnmodifiableMap(RequestParameter::wireName, Function.identity()));

  /** What differs from one parameter to another. */
  private enum Trait {
    /** It stays with a request on hold. */
    KEPT,
    /** A hint: dropped where it is longer than {@link #LONGEST_HINT}, never refused for that. */
    HINT,
    /** JSON, which a query holds as text and a request object as a member of its own. */
    JSON,
    /** JSON that has to be an object. */
    JSON_OBJECT,
    /** A whole number, which a request object may hold as one. */
    NUMBER,
    /** It may be there more than once; in a request object it is an array. */
    REPEATABLE
  }

  private final String wireName;
  private final int longest;

  @SuppressWarnings("ImmutableEnumChecker") // It is made by Set.of.
  private final Set<Trait> traits;

  RequestParameter(String wireName, Trait... traits) {
    this(wireName, Integer.MAX_VALUE, traits);
  }

  RequestParameter(String wireName, int longest, Trait... traits) {
    this.wireName = wireName;
    this.longest = longest;
    this.traits = Set.of(traits);
  }

  /** The parameter of this name, if it is one. */
  public static Optional<RequestParameter> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The names of all for which this holds. */
  public static Set<String> names(Predicate<RequestParameter> which) {
    return Arrays.stream(values())
        .filter(which)
        .map(RequestParameter::wireName)
        .collect(toUnmodifiableSet());
  }

  /** The name as it stands in a request, such as {@code redirect_uri}. */
  public String wireName() {
    return wireName;
  }

  /** Whether it stays with a request on hold. */
  public boolean isKept() {
    return traits.contains(Trait.KEPT);
  }

  /** Whether it is a hint: dropped where it is too long, never refused for that. */
  public boolean isHint() {
    return traits.contains(Trait.HINT);
  }

  /** Whether its value is JSON. */
  public boolean isJson() {
    return traits.contains(Trait.JSON);
  }

  /** Whether its value is JSON that has to be an object. */
  public boolean isJsonObject() {
    return traits.contains(Trait.JSON_OBJECT);
  }

  /** Whether its value is a whole number. */
  public boolean isNumber() {
    return traits.contains(Trait.NUMBER);
  }

  /** Whether it may be there more than once. */
  public boolean isRepeatable() {
    return traits.contains(Trait.REPEATABLE);
  }

  /** Its one value, if there is one; refuses two, and one that is too long. */
  public Optional<String> in(Parameters parameters) {
    var value = parameters.optional(wireName);
    if (value.filter(v -> v.length() > longest).isPresent()) {
      throw OAuthError.INVALID_REQUEST.because(
          wireName + " is longer than " + longest + " characters");
    }
    return value;
  }

  /** Its one value; refuses none and two, and one that is too long. */
  public String requiredIn(Parameters parameters) {
    return in(parameters)
        .orElseThrow(
            () -> OAuthError.INVALID_REQUEST.because("parameter " + wireName + " is missing"));
  }
}
