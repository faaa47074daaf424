package org.sallyport.client.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sallyport.SameThread;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.client.authentication.TestAuthentication;
import org.sallyport.client.registration.Registration;
import org.sallyport.client.registration.TestServedFeatures;
import org.sallyport.grant.TestMac;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.jose.TestRemoteKeys;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.platform.outgoing.TestOutgoing;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.TestTurns;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.protocol.ClientId;
import org.sallyport.resource.api.ResourceServers;
import org.sallyport.resource.api.StoredResources;
import org.sallyport.resource.details.AuthorizationDetailsTypes;
import org.sallyport.resource.details.StoredDetailsTypes;

/** The clients and resource servers of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredClients {
  static final String CLIENTS =
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
  private final StoredResources resources;
  private final StoredDetailsTypes types;
  private final ClientRows rows = new ClientRows();
  private final ClientsSection section = new ClientsSection();
  private final Clients clients = new Clients();
  final ClientOrigins origins = new ClientOrigins();

  /** Some clients of every kind, and three resource servers. */
  public StoredClients(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    resources = new StoredResources(store, clock, unreadable);
    types = new StoredDetailsTypes(store, clock, unreadable, resources);
    rows.em = store.em();
    rows.unreadable = unreadable;
    clients.unreadable = unreadable;
    clients.rows = rows;
    origins.rows = rows;
    origins.background = SameThread.background();
    section.rows = rows;
    section.clients = clients;
    section.origins = origins;
    section.offer =
        TestServedFeatures.of(proofs().methods(), resources.rows(), types.rows(), OUTGOING);
    section.master = () -> MASTER;
    section.settings = TestSettings.standard();
    section.audit = TestAuditStore.audit(store, clock);
    section.clock = clock;
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

  /** The client of this entry, which no store has. */
  public static Client client(ConfigValue entry) {
    var now = ClientChange.after(Instant.EPOCH, TestKeys.NOW, Duration.ZERO);
    return new Client(Registration.read(entry), now);
  }

  /** Reads all anew, as it happens within two seconds. */
  public void forget() {
    clients.forget();
    origins.forget();
    resources.forget();
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
  public void apply(String json) {
    store.run(() -> section.apply(ConfigValue.parse("clients", json)));
  }

  /** Applies a section {@code clients} as a start does, which has its turn. */
  void applyInTurn(String json) {
    var node = ConfigValue.parse("clients", json);
    TestTurns.in(store).take("configuration", () -> section.apply(node));
  }

  /** Applies a section {@code resources}. */
  public void applyResources(String json) {
    resources.apply(json);
  }

  /** Applies a section {@code authorization_details_types}. */
  public void applyTypes(String json) {
    types.apply(json);
  }

  /** The types of authorization details. */
  public AuthorizationDetailsTypes types() {
    return types.types();
  }

  /** The clients. */
  public Clients clients() {
    return clients;
  }

  /** The resource servers. */
  public ResourceServers servers() {
    return resources.servers();
  }

  /** The one who tells clients apart. */
  public ClientAuthentication authentication() {
    return proofs().of(clients);
  }

  /** A client that has proved itself. */
  public AuthenticatedClient authenticated(String id) {
    return TestAuthentication.authenticated(
        store.inTransaction(() -> clients.find(new ClientId(id)).orElseThrow()));
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

  private TestAuthentication proofs() {
    return new TestAuthentication(store, clock, keys(), MASTER);
  }
}
