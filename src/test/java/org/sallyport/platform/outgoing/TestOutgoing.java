package org.sallyport.platform.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.sallyport.platform.config.TestSettings;

/** The way out, with names that a test makes up and hosts that it allows. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestOutgoing {
  private TestOutgoing() {}

  /** One that is allowed to ask these hosts, and knows every name as 127.0.0.1. */
  public static OutgoingRequests allowing(String hosts) {
    return of(hosts, "127.0.0.1");
  }

  /** One that is allowed to ask these hosts, and knows every name by these addresses. */
  static OutgoingRequests of(String hosts, String... addresses) {
    return of(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), addresses);
  }

  static OutgoingRequests of(String hosts, SSLSocketFactory tls, String... addresses) {
    var outgoing =
        new OutgoingRequests() {
          @Override
          SSLSocketFactory tls() {
            return tls;
          }
        };
    outgoing.patience = endless();
    outgoing.fetches = TestFetches.atOnce();
    outgoing.settings = TestSettings.with(Map.of("outgoing.allowed-hosts", hosts));
    outgoing.names =
        new HostLookup() {
          @Override
          List<InetAddress> of(String host, Deadline deadline) throws IOException {
            return List.of(addresses).stream().map(TestOutgoing::address).toList();
          }
        };
    return outgoing;
  }

  /** Three seconds for each call, since a test makes many. */
  public static OutgoingTimeBudget endless() {
    return new OutgoingTimeBudget() {
      @Override
      public void spentSince(long began) {
        // Each call is a request of its own.
      }
    };
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (IOException e) {
      throw new AssertionError(literal, e);
    }
  }
}
