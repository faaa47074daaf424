package org.sallyport.protocol.request;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sallyport.protocol.BrokenRule;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/**
 * The parameters of an authorization request. Each is declared here once, with all that differs
 * between them: where it is defined, whether it is kept while the request is on hold, whether its
 * value is JSON, how long it may be, whether it may be repeated, and whether others may see it.
 * Whatever reads, bounds or keeps requests asks this table.
 */
public enum RequestParameter {
  ACR_VALUES("acr_values", "OpenID Connect Core §3.1.2.1", Trait.KEPT, Trait.HINT),
  AUTHORIZATION_DETAILS(
      "authorization_details", "RFC 9396 §2", Trait.KEPT, Trait.JSON, Trait.MASKED),
  CLAIMS(
      "claims",
      "OpenID Connect Core §5.5",
      3_000,
      Trait.KEPT,
      Trait.JSON,
      Trait.JSON_OBJECT,
      Trait.MASKED),
  CLAIMS_LOCALES("claims_locales", "OpenID Connect Core §5.2", Trait.KEPT, Trait.HINT),
  CLIENT_ID("client_id", "RFC 6749 §4.1.1", Trait.KEPT),
  CODE_CHALLENGE("code_challenge", "RFC 7636 §4.3", Trait.KEPT, Trait.MASKED),
  CODE_CHALLENGE_METHOD("code_challenge_method", "RFC 7636 §4.3", Trait.KEPT),
  /** Nothing here depends on it. */
  DISPLAY("display", "OpenID Connect Core §3.1.2.1"),
  DPOP_JKT("dpop_jkt", "RFC 9449 §10", Trait.KEPT, Trait.MASKED),
  ID_TOKEN_HINT("id_token_hint", "OpenID Connect Core §3.1.2.1", 3_000, Trait.KEPT, Trait.MASKED),
  LOGIN_HINT("login_hint", "OpenID Connect Core §3.1.2.1", Trait.KEPT, Trait.HINT, Trait.MASKED),
  MAX_AGE("max_age", "OpenID Connect Core §3.1.2.1", Trait.KEPT, Trait.NUMBER),
  NONCE("nonce", "OpenID Connect Core §3.1.2.1", 1_000, Trait.KEPT, Trait.MASKED),
  PROMPT("prompt", "OpenID Connect Core §3.1.2.1", Trait.KEPT),
  REDIRECT_URI("redirect_uri", "RFC 6749 §4.1.1", Trait.KEPT),
  /** Refused, since clients are registered beforehand. */
  REGISTRATION("registration", "OpenID Connect Core §7.2.1", Trait.JSON),
  RESOURCE("resource", "RFC 8707 §2", Trait.KEPT, Trait.REPEATABLE),
  RESPONSE_MODE(
      "response_mode", "OAuth 2.0 Multiple Response Type Encoding Practices §2.1", Trait.KEPT),
  RESPONSE_TYPE("response_type", "RFC 6749 §4.1.1", Trait.KEPT),
  SCOPE("scope", "RFC 6749 §3.3", Trait.KEPT),
  STATE("state", "RFC 6749 §4.1.1", 2_000, Trait.KEPT, Trait.MASKED),
  UI_LOCALES("ui_locales", "OpenID Connect Core §3.1.2.1", Trait.KEPT, Trait.HINT);

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
    /**
     * It tells of the person or of what proves the client, so that refusals tell its length alone.
     */
    MASKED,
    /** A whole number, which a request object may hold as one. */
    NUMBER,
    /** It may be there more than once; in a request object it is an array. */
    REPEATABLE
  }

  private static final int MOST_TOLD = 2;
  private static final String RULE = "PARAMETER";

  private final String wireName;
  private final String section;
  private final int longest;

  @SuppressWarnings("ImmutableEnumChecker") // It is made by Set.of.
  private final Set<Trait> traits;

  RequestParameter(String wireName, String section, Trait... traits) {
    this(wireName, section, Integer.MAX_VALUE, traits);
  }

  RequestParameter(String wireName, String section, int longest, Trait... traits) {
    this.wireName = wireName;
    this.section = section;
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

  /** Where it is defined, such as {@code RFC 7636 §4.3}. */
  public String section() {
    return section;
  }

  /** Its one value, if there is one; refuses two, and one that is too long. */
  public Optional<String> in(Parameters parameters) {
    return read(parameters, "one value", value -> value);
  }

  /** Its one value; refuses none and two, and one that is too long. */
  public String requiredIn(Parameters parameters) {
    return in(parameters)
        .orElseThrow(
            () ->
                OAuthError.INVALID_REQUEST
                    .because("parameter " + wireName + " is missing")
                    .by(broken("a value", parameters)));
  }

  /**
   * Its one value as what it stands for, if there is one; refuses two, one that is too long, and
   * what the reader refuses.
   *
   * @param expected what the reader takes, in words
   */
  public <T> Optional<T> read(Parameters parameters, String expected, Function<String, T> reader) {
    try {
      return parameters.optional(wireName).map(this::bounded).map(reader);
    } catch (OAuthException refusal) {
      throw refusal.by(broken(expected, parameters));
    }
  }

  private String bounded(String value) {
    if (value.length() > longest) {
      throw OAuthError.INVALID_REQUEST.because(
          wireName + " is longer than " + longest + " characters");
    }
    return value;
  }

  private BrokenRule broken(String expected, Parameters parameters) {
    return new BrokenRule(RULE, section, wireName, expected, received(wireName, parameters));
  }

  /**
   * What came of the parameter of this name, as a refusal may tell it. Of one that is not in this
   * table, nobody knows what it holds, so its length alone is told.
   */
  public static String received(String name, Parameters parameters) {
    var masked = named(name).filter(known -> !known.traits.contains(Trait.MASKED)).isEmpty();
    return parameters.all(name).stream()
        .limit(MOST_TOLD)
        .map(value -> masked ? "(" + value.length() + " characters)" : AsSent.of(value))
        .collect(joining(" and "));
  }
}
