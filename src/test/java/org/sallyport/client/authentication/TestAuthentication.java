package org.sallyport.client.authentication;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.Beans;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.http.filter.TestServedPaths;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.sweep.TestUsedOnce;
import org.sallyport.protocol.request.Parameters;

/** The authentication of the clients of a test, by all methods. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestAuthentication {
  private final Store store;
  private final Clock clock;
  private final ClientKeys keys;
  private final MasterKey master;

  /** By these keys, secrets sealed by this one, and assertions used once in this store. */
  public TestAuthentication(Store store, Clock clock, ClientKeys keys, MasterKey master) {
    this.store = store;
    this.clock = clock;
    this.keys = keys;
    this.master = master;
  }

  /** The one who tells these clients apart. */
  public ClientAuthentication of(Clients clients) {
    var authentication = new ClientAuthentication();
    authentication.clients = clients;
    authentication.limit = new RateLimit();
    authentication.certificates = TestCertificates.finder();
    authentication.methods = new Beans<>(methods());
    authentication.settings = TestCertificates.SETTINGS;
    return authentication;
  }

  /** This client, as if it had proved itself. */
  public static AuthenticatedClient authenticated(Client client) {
    var request =
        new ClientRequest(Parameters.of(Map.of()), Optional.empty(), Optional.empty(), "192.0.2.1");
    return new AuthenticatedClient(client, request);
  }

  /** All methods. */
  public List<ClientAuthenticationMethod> methods() {
    return List.of(
        new PublicClient(),
        new ClientSecretBasic(),
        new ClientSecretPost(),
        privateKeyJwt(),
        secretJwt(),
        tlsClientAuth(),
        selfSignedTlsClientAuth());
  }

  private PrivateKeyJwt privateKeyJwt() {
    var method = new PrivateKeyJwt();
    method.assertions = assertions();
    method.keys = keys;
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
    method.keys = keys;
    method.clock = clock;
    return method;
  }

  private ClientSecretJwt secretJwt() {
    var method = new ClientSecretJwt();
    method.assertions = assertions();
    method.master = () -> master;
    return method;
  }

  private ClientAssertions assertions() {
    var assertions = new ClientAssertions();
    assertions.limit = new RateLimit();
    assertions.used = TestUsedOnce.in(store);
    assertions.settings = TestSettings.standard();
    assertions.served = TestServedPaths.endpoints();
    assertions.clock = clock;
    return assertions;
  }
}
