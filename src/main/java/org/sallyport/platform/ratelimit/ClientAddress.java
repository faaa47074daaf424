package org.sallyport.platform.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.address.AddressRange;

/**
 * Where a request came from: the peer of the connection, or, if that is a trusted proxy, whom it
 * says it speaks for, and so on as long as the one that says so is trusted.
 */
public final class ClientAddress {
  private static final String FOUND = ClientAddress.class.getName();
  // Some proxies add the port.
  private static final Pattern ENTRY =
      Pattern.compile(
          "([0-9.]+)(?::[0-9]{1,5})?|\\[([0-9a-fA-F:.]+)](?::[0-9]{1,5})?|([0-9a-fA-F:.]+)");

  private ClientAddress() {}

  /** The address, as a numeric literal. */
  public static String of(HttpServletRequest request) {
    return request.getAttribute(FOUND) instanceof String found ? found : request.getRemoteAddr();
  }

  /** Finds the address, and keeps it with the request. */
  public static String find(HttpServletRequest request, Settings.Operation operation) {
    var found =
        behind(
            request.getRemoteAddr(),
            Collections.list(request.getHeaders("X-Forwarded-For")),
            operation);
    request.setAttribute(FOUND, found);
    return found;
  }

  /** Who is behind this peer, by what the headers in their order say. */
  static String behind(String peer, List<String> forwardedFor, Settings.Operation operation) {
    var entries = new ArrayList<String>();
    forwardedFor.forEach(header -> entries.addAll(Arrays.asList(header.split(",", -1))));
    Collections.reverse(entries);
    var address = peer;
    for (var entry : entries) {
      var next = operation.trusts(address) ? literal(entry.strip()) : Optional.<String>empty();
      if (next.isEmpty()) {
        return address;
      }
      address = next.get();
    }
    return address;
  }

  private static Optional<String> literal(String entry) {
    var parts = ENTRY.matcher(entry);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(parts.group(1))
        .or(() -> Optional.ofNullable(parts.group(2)))
        .or(() -> Optional.ofNullable(parts.group(3)))
        .filter(text -> AddressRange.address(text).isPresent());
  }
}
