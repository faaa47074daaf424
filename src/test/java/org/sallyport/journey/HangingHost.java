package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A host that takes connections and never answers, where clients say that their keys are. */
final class HangingHost {
  /** How many clients do: more than the server has connections to its database. */
  static final int CLIENTS = 24;

  // Nobody accepts: the system takes the connections by itself.
  private static final ServerSocket SOCKET = listening();

  private HangingHost() {}

  /** It, as the setting {@code outgoing.allowed-hosts} names it. */
  static String name() {
    return "127.0.0.1:" + SOCKET.getLocalPort();
  }

  /** One of the clients. */
  static Keyholder client(Server server, int number) {
    return new Keyholder(new Application(server, "hang" + number, "", "https://hang.test/cb"));
  }

  /** The client whose keys are at the host that answers. */
  static Keyholder other(Server server) {
    return new Keyholder(new Application(server, "jku", "", "https://hang.test/cb"));
  }

  /** The clients as the configuration file has them. */
  static List<String> clients() {
    var hanging = IntStream.range(0, CLIENTS).mapToObj(i -> client("hang" + i, name() + "/" + i));
    var other = client("jku", "127.0.0.1:" + RequestHost.HOST.port() + "/keys");
    return Stream.concat(hanging, Stream.of(other)).toList();
  }

  private static String client(String id, String keys) {
    return """
        {"client_id": "%1$s", "client_name": "%1$s", "jwks_uri": "http://%2$s",
         "token_endpoint_auth_method": "private_key_jwt",
         "grant_types": ["authorization_code", "client_credentials"],
         "redirect_uris": ["https://hang.test/cb"], "scope": "openid notes.read"}
        """
        .formatted(id, keys);
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
