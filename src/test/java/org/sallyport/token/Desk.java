package org.sallyport.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.Beans;
import org.sallyport.Post;
import org.sallyport.SettableClock;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.dpop.TestProofs;
import org.sallyport.grant.GrantCredentials;
import org.sallyport.grant.GrantValidity;
import org.sallyport.grant.Grants;
import org.sallyport.grant.StoredGrants;
import org.sallyport.grant.TestGrants;
import org.sallyport.grant.TestMac;
import org.sallyport.jwt.AccessTokens;
import org.sallyport.jwt.SignedAnswers;
import org.sallyport.jwt.TestTokens;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.protocol.OAuthException;
import org.sallyport.session.StoredSessions;

/** A token endpoint over a real store, where Alice is signed in. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class Desk {
  /** The secret of the clients {@code svc}, {@code api} and {@code post}. */
  private static final String SECRET = "0123456789abcdef";

  private static final String WEB_SECRET = "web+secret%3Awith%25all%2Bof+it";

  // Before all rows: making its keys empties the store.
  private final TestTokens tokens;

  private final TokenResource endpoint = new TokenResource();
  private final PresentedCredential presented = new PresentedCredential();
  private final GrantRevocation endings = new GrantRevocation();
  private final Audiences reaches = new Audiences();

  /** The time at this desk; tokens are signed at its beginning. */
  public final SettableClock clock;

  /** Where everything is kept. */
  public final Store store;

  /** Who may ask. */
  public final StoredClients clients;

  /** What was allowed. */
  public final Grants grants;

  /** What stands for it. */
  public final GrantCredentials credentials = TestGrants.credentials(new TestMac((byte) 1));

  /** A desk over this store, which is emptied. */
  public Desk(Store store) {
    this(store, new TestTokens(), new SettableClock(TestGrants.NOW));
  }

  private Desk(Store store, TestTokens tokens, SettableClock clock) {
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
    clients = new StoredClients(store, clock);
    grants = TestGrants.of(store);
    StoredPeople.join(store, "alice");
    StoredSessions.begin(store, "alice", clock);
    reaches.servers = clients.servers();
    reaches.details = new TokenDetails();
    reaches.details.types = clients.types();
    presented.limit = new RateLimit();
    presented.credentials = credentials;
    presented.grants = grants;
    presented.standing = standing();
    endings.grants = grants;
    endings.audit = new Audit();
    endings.clock = clock;
    endpoint.clients = clients.authentication();
    endpoint.grantTypes = new GrantTypes();
    endpoint.grantTypes.all = new Beans<>(List.of(code(), refresh(), own()));
    endpoint.keys = new TokenBinding();
    endpoint.keys.proofs = TestProofs.over(store, clock);
    endpoint.issuer = issuer();
    endpoint.transaction = new TokenTransaction();
  }

  /** A desk over this store, which is emptied, where only the standard algorithms sign at once. */
  public static Desk published(Store store) {
    var clock = new SettableClock(TestGrants.NOW);
    return new Desk(store, TestTokens.published(store, clock), clock);
  }

  /** From now on this happens in each request, after its grant was found good. */
  void meanwhile(Runnable deed) {
    endpoint.grantTypes.all =
        new Beans<>(
            Stream.of(code(), refresh(), own()).map(type -> followedBy(deed, type)).toList());
  }

  private static GrantType followedBy(Runnable deed, GrantType type) {
    return new GrantType() {
      @Override
      public String name() {
        return type.name();
      }

      @Override
      public Entitlement authorize(TokenRequest request) {
        var authorized = type.authorize(request);
        deed.run();
        return authorized;
      }
    };
  }

  /** The access tokens. */
  public AccessTokens accessTokens() {
    return tokens.access();
  }

  /** The signed answers. */
  public SignedAnswers answers() {
    return tokens.answers();
  }

  /** The grant types. */
  GrantTypes grantTypes() {
    return endpoint.grantTypes;
  }

  /** Whether what was allowed still counts. */
  public GrantValidity standing() {
    return StoredGrants.standing(store, clients.clients(), clock);
  }

  /** The answer to a token request of this client, committed even if it is a refusal. */
  public JsonObject token(String client, String... form) {
    return token(as(client, Post.of(form)));
  }

  /** The answer to a token request, committed even if it is a refusal. */
  public JsonObject token(Post post) {
    var answer =
        committed(
            () -> endpoint.token(post.parameters(), post.request(), new TestResponse().response()));
    return Json.createReader(new StringReader(answer)).readObject();
  }

  /** The post with the proof that this client has. */
  public static Post as(String client, Post post) {
    return switch (client) {
      case "spa" -> post.with("client_id", "spa");
      case "web" -> post.authorized(basic("web:" + WEB_SECRET));
      default -> post.authorized(basic(client + ":" + SECRET));
    };
  }

  /** Does the work as an endpoint does: a refusal commits, a fault rolls back. */
  public <T> T committed(Supplier<T> work) {
    record Outcome<T>(@Nullable T value, @Nullable OAuthException refusal) {}
    var outcome =
        store.inTransaction(
            () -> {
              try {
                return new Outcome<>(work.get(), null);
              } catch (OAuthException e) {
                return new Outcome<T>(null, e);
              }
            });
    if (outcome.value() == null) {
      throw Objects.requireNonNull(outcome.refusal());
    }
    return outcome.value();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(US_ASCII));
  }

  private AuthorizationCodeGrantType code() {
    var code = new AuthorizationCodeGrantType();
    code.presented = presented;
    code.reaches = reaches;
    code.grants = grants;
    code.endings = endings;
    code.clock = clock;
    return code;
  }

  private RefreshTokenGrantType refresh() {
    var refresh = new RefreshTokenGrantType();
    refresh.presented = presented;
    refresh.reaches = reaches;
    refresh.grants = grants;
    refresh.endings = endings;
    refresh.clock = clock;
    return refresh;
  }

  private ClientCredentialsGrantType own() {
    var own = new ClientCredentialsGrantType();
    own.reaches = reaches;
    return own;
  }

  private TokenIssuer issuer() {
    var issuer = new TokenIssuer();
    issuer.accessTokens = tokens.access();
    issuer.claims = new AccessClaims();
    issuer.claims.settings = TestSettings.standard();
    issuer.claims.subjects = StoredClients.subjects();
    issuer.subjects = StoredClients.subjects();
    issuer.idTokens = tokens.id();
    issuer.credentials = credentials;
    issuer.clientKeys = clients.keys();
    issuer.audit = new Audit();
    issuer.clock = clock;
    return issuer;
  }
}
