package org.sallyport.journey;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.sallyport.platform.outgoing.Elsewhere;

/** Where a client keeps its request objects: on loopback, which the server is told to allow. */
final class RequestHost {
  /** It, for all tests. */
  static final Elsewhere HOST = Elsewhere.serving("");

  private static final String SECRET = "ref-secret-ref-secret-ref-secret";

  private RequestHost() {}

  /** An address that is registered. */
  static String address() {
    return address("request");
  }

  /** One of {@code request}, {@code encrypted}, {@code useless} and {@code moved}, for its test. */
  static String address(String name) {
    return "http://127.0.0.1:" + HOST.port() + "/" + name;
  }

  /** The client. */
  static Application client(Server server) {
    return new Application(server, "ref", SECRET, "https://ref.test/cb");
  }

  /** The file, written anew, in which it is registered beside all others of these journeys. */
  static String configuration(String journeys) {
    try {
      var key = ECKey.parse(Keyholder.KEY).toPublicJWK();
      var clients = new ArrayList<>(HangingHost.clients());
      clients.add(
          """
          {"client_id": "ref", "client_name": "Refers", "client_secret": "%s",
           "redirect_uris": ["https://ref.test/cb"], "jwks": {"keys": [%s]},
           "request_uris": ["%s", "%s", "%s", "%s"], "scope": "openid notes.read"}
          """
              .formatted(
                  SECRET,
                  key,
                  address(),
                  address("encrypted"),
                  address("useless"),
                  address("moved")));
      return Configurations.with(journeys, clients.toArray(String[]::new));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** These settings, and that it is allowed. */
  static Map<String, String> settings(Map<String, String> others) {
    var settings = new HashMap<>(others);
    settings.put(
        "SALLYPORT_OUTGOING_ALLOWED_HOSTS", "127.0.0.1:" + HOST.port() + " " + HangingHost.name());
    return settings;
  }
}
