package org.sallyport.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_URI;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.client.metadata.RequestUri;
import org.sallyport.client.registry.Client;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.outgoing.Fetches;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.protocol.ClientId;

/**
 * Request objects that are fetched from where their client keeps them (RFC 9101 §5.2, OpenID
 * Connect Core §6.2). Anybody may send a browser here, so nothing is asked for but what is
 * registered, of one client's addresses a few at a time, and none again within a second; what its
 * hash names is kept.
 */
@ApplicationScoped
class ReferredRequests {
  private static final Logger LOG = Logger.getLogger(ReferredRequests.class.getName());
  private static final String ACCEPT = "application/oauth-authz-req+jwt, application/jwt";
  private static final int MOST_CHARACTERS_KEPT = 4_000_000;
  private static final int AT_ONCE = 4;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Cache<String, String> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS_KEPT)
          .weigher((String uri, String object) -> uri.length() + object.length())
          .build();
  private final Cache<String, Optional<byte[]>> recent;
  private final Cache<ClientId, Semaphore> lines =
      Caffeine.newBuilder().maximumSize(10_000).build();

  @Inject OutgoingRequests outgoing;
  @Inject Fetches fetches;

  ReferredRequests() {
    this(Ticker.systemTicker());
  }

  ReferredRequests(Ticker ticker) {
    recent =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(PAUSE)
            .maximumWeight(MOST_CHARACTERS_KEPT)
            .weigher((String uri, Optional<byte[]> had) -> had.map(b -> b.length).orElse(1))
            .build();
  }

  /** What is at this address; refuses one that is not the client's, or has nothing of use. */
  String fetch(Client client, String requestUri) {
    var uri =
        client
            .metadata()
            .requests()
            .uri(requestUri)
            .orElseThrow(
                () ->
                    INVALID_REQUEST_URI.because(
                        "request_uri is not one of the client's request_uris, which are compared"
                            + " character by character"));
    var known = kept.getIfPresent(requestUri);
    return known == null ? checked(uri, had(client.id(), uri)) : known;
  }

  private byte[] had(ClientId client, RequestUri uri) {
    if (recent.getIfPresent(uri.value()) == null) {
      fetches.first(uri.place(), () -> fetch(client, uri));
    }
    return Optional.ofNullable(recent.getIfPresent(uri.value()))
        .flatMap(had -> had)
        .orElseThrow(
            () ->
                INVALID_REQUEST_URI.because(
                    "request_uri could not be read: it has to answer within three seconds, at a"
                        + " public address, with 200 and 64 KiB at most"));
  }

  private void fetch(ClientId client, RequestUri uri) {
    var line = lines.get(client, c -> new Semaphore(AT_ONCE));
    if (!line.tryAcquire()) {
      throw TEMPORARILY_UNAVAILABLE.because(
          "too many requests of this client are being fetched: send the browser again");
    }
    try {
      recent.put(uri.value(), asked(uri));
    } finally {
      line.release();
    }
  }

  private Optional<byte[]> asked(RequestUri uri) {
    try {
      return Optional.of(outgoing.get(uri.place(), ACCEPT));
    } catch (IOException e) {
      LOG.log(Level.FINE, e, () -> "nothing could be had from " + uri.place());
      return Optional.empty();
    }
  }

  private String checked(RequestUri uri, byte[] content) {
    var object = new String(content, ISO_8859_1).strip();
    if (uri.hash().isPresent()) {
      mustHave(uri.hash().get(), content);
      kept.put(uri.value(), object);
    }
    return object;
  }

  private static void mustHave(String hash, byte[] content) {
    if (!hash.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(content)))) {
      throw INVALID_REQUEST_URI.because(
          "the content at request_uri does not match the SHA-256 in its fragment: register the new"
              + " one");
    }
  }
}
