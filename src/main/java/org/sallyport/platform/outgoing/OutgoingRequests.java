package org.sallyport.platform.outgoing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.sallyport.platform.config.Settings;

/**
 * The only way from this server to other hosts by HTTP. They are named by clients, so it asks
 * public addresses by https only, but for hosts that the operators allow, follows no redirect, and
 * one request to us waits three seconds for all of them (RFC 9700 §4.15, OWASP SSRF Prevention).
 */
@ApplicationScoped
public class OutgoingRequests {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int MOST = 65_536;

  @Inject HostLookup names;
  @Inject Settings settings;
  @Inject OutgoingTimeBudget patience;
  @Inject Fetches fetches;

  /** Where it may go. */
  public Destinations destinations() {
    return new Destinations(settings.outgoing().allowedHosts());
  }

  /**
   * What is at this address, at most 64 KiB.
   *
   * @throws IllegalStateException while a transaction runs
   * @throws FetchRefused where it may not be asked, or gave something else than a plain 200
   * @throws IOException where it did not answer, or not in time
   */
  public byte[] get(URI uri, String accept) throws IOException {
    return get(uri, accept, MOST);
  }

  /**
   * The same, at most this many bytes.
   *
   * @throws IllegalStateException while a transaction runs
   * @throws FetchRefused where it may not be asked, or gave something else than a plain 200
   * @throws IOException where it did not answer, or not in time
   */
  public byte[] get(URI uri, String accept, int most) throws IOException {
    fetches.mustBeOutsideTransactions();
    var objection = destinations().objection(uri);
    if (objection.isPresent()) {
      throw new FetchRefused(objection.get());
    }
    var began = System.nanoTime();
    var deadline = Deadline.in(patience.left());
    try (var socket = connected(uri, deadline)) {
      var line = secured(socket, uri);
      line.getOutputStream().write(request(uri, accept).getBytes(US_ASCII));
      line.getOutputStream().flush();
      return HttpReply.read(new BufferedInputStream(line.getInputStream()), most);
    } finally {
      patience.spentSince(began);
    }
  }

  /** How the certificates of other hosts are checked. */
  SSLSocketFactory tls() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  // The address that was checked is the one connected to: nobody asks for the name a second time.
  private Socket connected(URI uri, Deadline deadline) throws IOException {
    var addresses = names.of(Destinations.host(uri), deadline);
    if (!destinations().allow(uri) && !addresses.stream().allMatch(PublicAddress::is)) {
      throw new FetchRefused("its address is not one of the public Internet");
    }
    IOException last = new FetchRefused("it has no address");
    for (var address : addresses) {
      try {
        return connected(address, Destinations.port(uri), deadline);
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static Socket connected(InetAddress address, int port, Deadline deadline)
      throws IOException {
    var socket = new TimedSocket(deadline);
    try {
      var wait = Math.min(CONNECT_MILLIS, deadline.left());
      socket.connect(new InetSocketAddress(address, port), wait);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Socket secured(Socket socket, URI uri) throws IOException {
    if (uri.getScheme().equals("http")) {
      return socket;
    }
    var tls =
        (SSLSocket)
            tls().createSocket(socket, Destinations.host(uri), Destinations.port(uri), true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  private static String request(URI uri, String accept) {
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var query = Optional.ofNullable(uri.getRawQuery()).map(q -> "?" + q).orElse("");
    return "GET "
        + URI.create("http://host" + path + query).toASCIIString().substring(11)
        + " HTTP/1.1\r\nHost: "
        + uri.getRawAuthority()
        + "\r\nAccept: "
        + accept
        + "\r\nUser-Agent: Sallyport\r\nConnection: close\r\n\r\n";
  }
}
