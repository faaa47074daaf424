package org.sallyport.client;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.Beans;
import org.sallyport.SameThread;
import org.sallyport.grant.TestMac;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.http.RateLimit;
import org.sallyport.platform.jose.TestRemoteKeys;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.platform.outgoing.TestOutgoing;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.TestTurns;
import org.sallyport.platform.persistence.TestUsedOnce;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Parameters;

/** The clients and resource servers of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredClients {
  private static final List<String> GRANT_TYPES =
      List.of("authorization_code", "refresh_token", "client_credentials");

  /** The resource servers. */
  public static final String RESOURCES =
      """
      [{"resource": "https://api.test/notes", "title": "Notes",
        "introspection_clients": ["api"],
        "scopes": [{"scope": "notes.read", "title": "Read", "description": "Read your notes."},
                   {"scope": "notes.write", "title": "Write", "description": "Change your notes."}]},
       {"resource": "https://example.com/payments", "introspection_clients": ["api"]},
       {"resource": "https://api.test/jwt", "token_type_header": "JWT",
        "scopes": [{"scope": "calendar", "title": "Calendar", "description": "See when."}]}]
      """;

  private static final String CLIENTS =
      """
      [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
        "redirect_uris": ["https://app.test/cb"], "grant_types": ["authorization_code",
        "refresh_token"], "scope": "openid profile groups offline_access notes.read notes.write calendar",
        "authorization_details_types": ["payment_initiation", "account_information"]},
       {"client_id": "web", "client_name": "Web", "client_secret": "web secret:with%all+of it",
        "redirect_uris": ["https://web.test/cb"], "grant_types": ["authorization_code",
        "refresh_token"], "id_token_signed_response_alg": "ES256", "scope": "openid offline_access notes.read"},
       {"client_id": "post", "client_name": "Post", "client_secret": "0123456789abcdef",
        "token_endpoint_auth_method": "client_secret_post", "grant_types": []},
       {"client_id": "svc", "client_name": "Service", "client_secret": "0123456789abcdef",
        "grant_types": ["client_credentials"], "scope": "openid notes.read calendar",
        "authorization_details_types": ["payment_initiation"]},
       {"client_id": "api", "client_name": "API", "client_secret": "0123456789abcdef",
        "grant_types": []},
       {"client_id": "gone", "client_name": "Gone", "client_secret": "0123456789abcdef",
        "grant_types": [], "enabled": false}]
      """;

  /** Clients that know people under subjects of their own: two of one sector, and a third. */
  public static final String PAIRWISE =
      """
      [{"client_id": "blind", "client_name": "Blind", "client_secret": "0123456789abcdef",
        "subject_type": "pairwise", "redirect_uris": ["https://app.test/cb"],
        "post_logout_redirect_uris": ["https://app.test/bye"], "scope": "openid profile notes.read",
        "grant_types": ["authorization_code", "refresh_token"]},
       {"client_id": "sister", "client_name": "Sister", "client_secret": "0123456789abcdef",
        "subject_type": "pairwise", "redirect_uris": ["https://app.test/cb"], "scope": "openid",
        "post_logout_redirect_uris": ["https://app.test/bye"]},
       {"client_id": "stranger", "client_name": "Stranger", "client_secret": "0123456789abcdef",
        "subject_type": "pairwise", "sector_identifier_uri": "https://other.test/uris",
        "redirect_uris": ["https://app.test/cb"], "scope": "openid",
        "post_logout_redirect_uris": ["https://app.test/bye"]}]
      """;

  private static final MasterKey MASTER = TestKeys.master();
  private static final OutgoingRequests OUTGOING = TestOutgoing.allowing("keys.test");

  private final Store store;
  private final Clock clock;
  private final UnreadableRows unreadable = new UnreadableRows();
  private final ClientRows rows = new ClientRows();
  private final ResourceServerRows serverRows = new ResourceServerRows();
  private final ClientsSection clientsSection = new ClientsSection();
  private final ResourcesSection resourcesSection = new ResourcesSection();
  final Clients clients = new Clients();
  final ClientOrigins origins = new ClientOrigins();
  final ResourceServers servers = new ResourceServers();
  private final AuthorizationDetailsTypeRows typeRows = new AuthorizationDetailsTypeRows();
  private final AuthorizationDetailsTypesSection typesSection =
      new AuthorizationDetailsTypesSection();
  private final AuthorizationDetailsTypes types = new AuthorizationDetailsTypes();

  /** Some clients of every kind, and two resource servers. */
  public StoredClients(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    rows.em = store.em();
    rows.unreadable = unreadable;
    clients.unreadable = unreadable;
    serverRows.unreadable = unreadable;
    typeRows.unreadable = unreadable;
    serverRows.em = store.em();
    clients.rows = rows;
    origins.rows = rows;
    origins.background = SameThread.background();
    servers.rows = serverRows;
    resourcesSection.rows = serverRows;
    resourcesSection.servers = servers;
    resourcesSection.settings = TestSettings.standard();
    resourcesSection.clock = clock;
    clientsSection.rows = rows;
    clientsSection.clients = clients;
    clientsSection.origins = origins;
    clientsSection.offer = offer();
    clientsSection.master = () -> MASTER;
    clientsSection.settings = TestSettings.standard();
    clientsSection.clock = clock;
    typeRows.em = store.em();
    types.rows = typeRows;
    types.servers = servers;
    typesSection.rows = typeRows;
    typesSection.types = types;
    typesSection.resources = serverRows;
    typesSection.settings = TestSettings.standard();
    typesSection.clock = clock;
    applyResources(RESOURCES);
    applyTypes(TestDetails.TYPES);
    apply(CLIENTS);
  }

  /** The clients that are in this store already. */
  public static Clients in(Store store) {
    var clients = new Clients();
    clients.rows = new ClientRows();
    clients.rows.em = store.em();
    clients.rows.unreadable = new UnreadableRows();
    clients.unreadable = clients.rows.unreadable;
    return clients;
  }

  /** Reads all anew, as it happens within two seconds. */
  public void forget() {
    clients.forget();
    origins.forget();
    servers.forget();
    types.forget();
  }

  /** Whether scripts of this origin may call. */
  public boolean allows(String origin) {
    return store.inTransaction(() -> origins.allows(origin));
  }

  /** How many rows could not be read. */
  public double unreadable() {
    return unreadable.measures().mapToDouble(Measure::value).sum();
  }

  /** Applies a section {@code clients}. */
  public void apply(String section) {
    store.run(() -> clientsSection.apply(ConfigValue.parse("clients", section)));
  }

  /** Applies a section {@code clients} as a start does, which has its turn. */
  void applyInTurn(String section) {
    var node = ConfigValue.parse("clients", section);
    TestTurns.in(store).take("configuration", () -> clientsSection.apply(node));
  }

  /** Applies a section {@code resources}. */
  public void applyResources(String section) {
    store.run(() -> resourcesSection.apply(ConfigValue.parse("resources", section)));
  }

  /** Applies a section {@code authorization_details_types}. */
  public void applyTypes(String section) {
    store.run(() -> typesSection.apply(ConfigValue.parse("authorization_details_types", section)));
  }

  /** The types of authorization details. */
  public AuthorizationDetailsTypes types() {
    return types;
  }

  /** The clients. */
  public Clients clients() {
    return clients;
  }

  /** The resource servers. */
  public ResourceServers servers() {
    return servers;
  }

  /** The one who tells clients apart. */
  public ClientAuthentication authentication() {
    var authentication = new ClientAuthentication();
    authentication.clients = clients;
    authentication.limit = new RateLimit();
    authentication.certificates = TestCertificates.finder();
    authentication.methods = methods();
    authentication.settings = TestCertificates.SETTINGS;
    return authentication;
  }

  /** A client that has proved itself. */
  public AuthenticatedClient authenticated(String id) {
    var client = store.inTransaction(() -> clients.find(new ClientId(id)).orElseThrow());
    var request =
        new ClientRequest(Parameters.of(Map.of()), Optional.empty(), Optional.empty(), "192.0.2.1");
    return new AuthenticatedClient(client, request);
  }

  /** The keys that they sign with. */
  public ClientKeys keys() {
    var keys = new ClientKeys();
    keys.remote = TestRemoteKeys.by(OUTGOING, clock);
    return keys;
  }

  /** How they know people. */
  public static SubjectIdentifiers subjects() {
    var subjects = new SubjectIdentifiers();
    subjects.mac = new TestMac((byte) 2);
    return subjects;
  }

  private ServedFeatures offer() {
    var offer = new ServedFeatures();
    offer.grantTypes = new Beans<>(GRANT_TYPES.stream().map(StoredClients::named).toList());
    offer.methods = new Beans<>(List.copyOf(methods().all()));
    offer.resources = serverRows;
    offer.detailsTypes = typeRows;
    offer.outgoing = OUTGOING;
    offer.certificates = TestCertificates.finder();
    offer.settings = TestCertificates.SETTINGS;
    return offer;
  }

  private static GrantTypeName named(String name) {
    return () -> name;
  }

  private Beans<ClientAuthenticationMethod> methods() {
    return new Beans<>(
        List.of(
            new PublicClient(),
            new ClientSecretBasic(),
            new ClientSecretPost(),
            privateKeyJwt(),
            secretJwt(),
            tlsClientAuth(),
            selfSignedTlsClientAuth()));
  }

  private PrivateKeyJwt privateKeyJwt() {
    var method = new PrivateKeyJwt();
    method.assertions = assertions();
    method.keys = keys();
    return method;
  }

  private TlsClientAuth tlsClientAuth() {
    var method = new TlsClientAuth();
    method.limit = new RateLimit();
    method.settings = TestCertificates.SETTINGS;
    method.clock = clock;
    return method;
  }

  private SelfSignedTlsClientAuth selfSignedTlsClientAuth() {
    var method = new SelfSignedTlsClientAuth();
    method.limit = new RateLimit();
    method.keys = keys();
    method.clock = clock;
    return method;
  }

  private ClientSecretJwt secretJwt() {
    var method = new ClientSecretJwt();
    method.assertions = assertions();
    method.master = () -> MASTER;
    return method;
  }

  private ClientAssertions assertions() {
    var assertions = new ClientAssertions();
    assertions.limit = new RateLimit();
    assertions.used = TestUsedOnce.in(store);
    assertions.settings = TestSettings.standard();
    assertions.clock = clock;
    return assertions;
  }
}
