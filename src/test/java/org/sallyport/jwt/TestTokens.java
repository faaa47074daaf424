package org.sallyport.jwt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.SettableClock;
import org.sallyport.keys.SigningKeys;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.ProvenFactor;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.TokenForm;

/** The tokens of the issuer {@code https://id.test}, and what they say of Alice at a client. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestTokens {
  static final String ISSUER = "https://id.test";
  static final String API = "https://api.test/notes";
  static final GrantId GRANT = new GrantId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
  static final TokenForm JWT_RS256 = new TokenForm("JWT", SigningAlgorithm.RS256);

  private static final ClientId CLIENT = new ClientId("spa");
  private static final Subject ALICE = new Subject("alice-1");
  private static final Optional<SessionId> SESSION = Optional.of(new SessionId("session-1"));
  private static final Authentication PASSWORD =
      SignInFactors.of(ProvenFactor.password(TestKeys.NOW.minusSeconds(60))).authentication();

  // Made once: an RSA key takes its time.
  private static final SettableClock CLOCK = new SettableClock(TestKeys.NOW);
  private static final SigningKeys KEYS = TestKeys.signing(Stores.h2(), CLOCK);

  // While the store still has the others.
  static {
    Arrays.stream(SigningAlgorithm.values()).forEach(KEYS::need);
  }

  final SettableClock clock;
  final SigningKeys keys;
  private final String issuer;

  /** Tokens of {@code https://id.test}. */
  public TestTokens() {
    this(ISSUER);
  }

  /** Tokens of another issuer, signed with the same keys. */
  TestTokens(String issuer) {
    this(issuer, new SettableClock(TestKeys.NOW), KEYS);
  }

  private TestTokens(String issuer, SettableClock clock, SigningKeys keys) {
    this.issuer = issuer;
    this.clock = clock;
    this.keys = keys;
  }

  /**
   * Tokens of {@code https://id.test}, where only the standard algorithms sign at once. Their keys
   * are in this store, which is emptied: it may have those that all others share.
   */
  public static TestTokens published(Store store, SettableClock clock) {
    return new TestTokens(ISSUER, clock, TestKeys.published(store.empty(), clock));
  }

  /** The access tokens. */
  public AccessTokens access() {
    var tokens = new AccessTokens();
    tokens.keys = keys;
    tokens.tokens = signed();
    tokens.settings = tokens.tokens.settings;
    tokens.clock = clock;
    return tokens;
  }

  /** The ID tokens. */
  public IdTokens id() {
    var tokens = new IdTokens();
    tokens.keys = keys;
    tokens.tokens = signed();
    tokens.settings = tokens.tokens.settings;
    tokens.clock = clock;
    return tokens;
  }

  /** The signed answers. */
  public SignedAnswers answers() {
    var answers = new SignedAnswers();
    answers.keys = keys;
    answers.settings = TestSettings.with(Map.of("issuer", issuer));
    answers.clock = clock;
    return answers;
  }

  private SignedTokens signed() {
    var tokens = new SignedTokens();
    tokens.keys = keys;
    tokens.settings = TestSettings.with(Map.of("issuer", issuer));
    return tokens;
  }

  static AccessTokenClaims alice(TokenForm form, String... audience) {
    return new AccessTokenClaims(
        ALICE,
        CLIENT,
        Scopes.of("openid", "notes.read"),
        List.of(audience),
        form,
        Optional.of(GRANT),
        SESSION,
        Optional.of(PASSWORD),
        Optional.empty(),
        Map.of("groups", List.of("staff"), "upn", "alice"));
  }

  static AccessTokenClaims client() {
    return new AccessTokenClaims(
        Subject.of(CLIENT),
        CLIENT,
        Scopes.NONE,
        List.of(API),
        TokenForm.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  static IdTokenClaims signIn(SigningAlgorithm algorithm, Optional<String> accessToken) {
    var nonce = Optional.of("n-0S6_WzA2Mj");
    return new IdTokenClaims(
        ALICE, CLIENT, algorithm, PASSWORD, SESSION, nonce, accessToken, Map.of());
  }
}
