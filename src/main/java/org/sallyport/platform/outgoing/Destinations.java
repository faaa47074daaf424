package org.sallyport.platform.outgoing;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sallyport.protocol.address.InternationalNames;

/**
 * Where this server may go, as far as an address itself tells.
 *
 * @param allowedHosts hosts that the operators allow beyond public addresses by https
 */
public record Destinations(Set<String> allowedHosts) {
  public Destinations {
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /** What is wrong with an address that a client is to be registered with, if anything is. */
  public Optional<String> objection(URI uri) {
    var host = Optional.ofNullable(uri.getHost()).orElse("");
    var advice = InternationalNames.advice(uri.toString());
    if (advice.isPresent()) {
      return advice;
    }
    if (host.isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("must be like https://host/path, without user and fragment");
    }
    var schemes = allow(uri) ? List.of("https", "http") : List.of("https");
    return schemes.contains(String.valueOf(uri.getScheme()))
        ? Optional.empty()
        : Optional.of("must be https, or its host one of the setting outgoing.allowed-hosts");
  }

  /** Whether the operators allow its host by name. */
  boolean allow(URI uri) {
    var host = host(uri).toLowerCase(Locale.ROOT);
    return allowedHosts.contains(host) || allowedHosts.contains(host + ":" + port(uri));
  }

  /** The host to connect to. */
  static String host(URI uri) {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  /** The port to connect to. */
  static int port(URI uri) {
    var usual = "https".equals(uri.getScheme()) ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }
}
