package org.sallyport.client.logo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.client.logo.ClientLogoRows.StoredLogo;
import org.sallyport.client.registry.Client;
import org.sallyport.protocol.ClientId;

/** The logos that there are; every node sees a new one within ten seconds. */
@ApplicationScoped
public class ClientLogos {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 10_000;
  private static final int MOST_BYTES = 8 << 20;

  private final Cache<ClientId, Optional<StoredLogo>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
  private final Cache<String, byte[]> images =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<String, byte[]>weigher((hash, image) -> image.length)
          .build();

  @Inject ClientLogoRows rows;

  /** The path of a client's logo, below the context path, if that was fetched. */
  public Optional<String> path(Client client) {
    var source = client.metadata().about().pages().logo().map(URI::toString);
    return source
        .flatMap(uri -> find(client.id()).filter(logo -> logo.source().equals(uri)))
        .map(logo -> "/logos/" + logo.hash() + ".png");
  }

  /** The picture with this hash, as PNG. */
  Optional<byte[]> image(String hash) {
    var kept = Optional.ofNullable(images.getIfPresent(hash));
    return kept.or(
        () -> {
          var read = rows.image(hash);
          read.ifPresent(image -> images.put(hash, image));
          return read;
        });
  }

  // Nobody waits for another's reading: whoever waits may hold the connection that it needs.
  private Optional<StoredLogo> find(ClientId client) {
    var kept = known.getIfPresent(client);
    if (kept != null) {
      return kept;
    }
    var read = rows.find(client);
    known.put(client, read);
    return read;
  }

  /** Reads all anew, as it happens within ten seconds. */
  void forget() {
    known.invalidateAll();
  }
}
