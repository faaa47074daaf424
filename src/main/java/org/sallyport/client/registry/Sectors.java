package org.sallyport.client.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.client.metadata.Redirects;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.outgoing.Fetches;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.protocol.address.RedirectUri;

/**
 * Whether clients are of the sector that they name: what is at {@code sector_identifier_uri} lists
 * all of their redirect URIs (OpenID Connect Core §8.1). It is asked at the first request, so that
 * no server waits for another one to start; who was found listed once is not asked for again, and
 * who was not, every ten seconds at most.
 */
@ApplicationScoped
public class Sectors {
  private static final Logger LOG = Logger.getLogger(Sectors.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private final Cache<Claim, SectorAnswer> listed = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<Claim, SectorAnswer> others =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PAUSE).build();

  @Inject OutgoingRequests outgoing;
  @Inject Fetches fetches;

  /** That these redirect URIs are of the sector of this address. */
  private record Claim(URI sector, Set<String> redirectUris) {}

  private enum SectorAnswer {
    YES,
    NO,
    NONE
  }

  /**
   * Refuses a client that its sector does not list, or for now one whose sector does not answer.
   */
  public void mustList(Client client) {
    var metadata = client.metadata();
    metadata
        .signIn()
        .subject()
        .sectorUri()
        .map(uri -> new Claim(uri, uris(metadata.redirects())))
        .filter(claim -> listed.getIfPresent(claim) == null)
        .ifPresent(this::mustHold);
  }

  private static Set<String> uris(Redirects redirects) {
    return redirects.uris().stream().map(RedirectUri::value).collect(toUnmodifiableSet());
  }

  private void mustHold(Claim claim) {
    if (others.getIfPresent(claim) == null) {
      fetches.first(claim.sector(), () -> learn(claim));
    }
    var answer = Optional.ofNullable(others.getIfPresent(claim)).orElse(SectorAnswer.NONE);
    switch (answer) {
      case YES -> listed.put(claim, answer);
      case NO ->
          throw UNAUTHORIZED_CLIENT.because(
              "sector_identifier_uri does not list all redirect_uris of this client");
      case NONE ->
          throw TEMPORARILY_UNAVAILABLE.because(
              "sector_identifier_uri of this client does not return a JSON array now");
    }
  }

  // Whoever comes while another is asking waits for that answer.
  private void learn(Claim claim) {
    var unused = others.get(claim, this::ask);
  }

  private SectorAnswer ask(Claim claim) {
    try {
      var text = new String(outgoing.get(claim.sector(), "application/json"), UTF_8);
      if (Json.read(text).orElse(null) instanceof JsonArray uris) {
        var all =
            uris.stream()
                .filter(JsonString.class::isInstance)
                .map(uri -> ((JsonString) uri).getString())
                .toList();
        return all.containsAll(claim.redirectUris()) ? SectorAnswer.YES : SectorAnswer.NO;
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "no sector could be had from " + claim.sector());
    }
    return SectorAnswer.NONE;
  }
}
