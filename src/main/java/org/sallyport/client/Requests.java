package org.sallyport.client;

import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.Node;

/**
 * How a client may hand over its request objects (RFC 9101 §5, OpenID Connect Dynamic Client
 * Registration §2).
 *
 * @param uris where it keeps them, if it does
 */
public record Requests(List<RequestUri> uris) {
  public Requests {
    uris = List.copyOf(uris);
  }

  static Requests read(Node client) {
    return new Requests(Reading.all(client, "request_uris", RequestUri::new));
  }

  /** The registered one that is exactly this. */
  public Optional<RequestUri> uri(String sent) {
    return uris.stream().filter(u -> u.value().equals(sent)).findFirst();
  }
}
