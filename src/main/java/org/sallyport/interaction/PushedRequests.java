package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.persistence.Entities;
import org.sallyport.platform.persistence.ExpiredRows;
import org.sallyport.platform.persistence.Sweepable;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Parameters;

/**
 * Requests that clients have sent ahead. Each is taken up once, by whoever brings its reference, of
 * which the store keeps the hash alone (RFC 9126 §2.2, §7.3).
 */
@ApplicationScoped
public class PushedRequests implements Entities, Sweepable {
  /** How long one may wait for its browser. */
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
  private static final ExpiredRows ROWS = new ExpiredRows("pushed_request", "id");

  @Inject EntityManager em;
  @Inject Clock clock;

  /** Whether this {@code request_uri} is of the kind that is given out here. */
  public static boolean isReference(String requestUri) {
    return requestUri.startsWith(PREFIX);
  }

  /** Keeps a sound request of this client; gives the {@code request_uri} that stands for it. */
  public String push(ClientId client, Parameters parameters) {
    var secret = Secrets.token();
    var until = clock.instant().plus(LIFETIME);
    em.persist(new PushedRequest(Sha256.base64url(secret), client, parameters, until));
    return PREFIX + secret;
  }

  /** The request behind a reference, for the first who asks in time in its client's name. */
  public Optional<Parameters> take(String requestUri, ClientId client) {
    var id = Sha256.base64url(requestUri.substring(PREFIX.length()));
    return Optional.ofNullable(em.find(PushedRequest.class, id))
        .filter(p -> p.isFor(client, clock.instant()))
        .filter(this::remove)
        .map(PushedRequest::parameters);
  }

  // One deletion whose row count is the verdict, so that any number of browsers may race.
  private boolean remove(PushedRequest pushed) {
    return em.createNativeQuery("delete from pushed_request where id = :id")
            .setParameter("id", pushed.id())
            .executeUpdate()
        == 1;
  }

  @Override
  public List<Class<?>> classes() {
    return List.of(PushedRequest.class);
  }

  @Override
  public String name() {
    return "pushed requests";
  }

  @Override
  public int sweep(Instant now, int most) {
    return ROWS.delete(em, now, most);
  }
}
