package org.sallyport.interaction.pushed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.registry.Clients;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.persistence.mapping.Entities;
import org.sallyport.platform.sweep.ExpiredRows;
import org.sallyport.platform.sweep.Sweepable;
import org.sallyport.platform.sweep.UsedOnce;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.request.Parameters;

/**
 * Requests that clients have sent ahead. Whoever brings its reference is shown its pages, since
 * browsers load an address more than once; answered it is once (RFC 9126 §7.3, FAPI 2.0 Security
 * Profile §5.3.2.2). The store keeps the hash of the reference alone.
 */
@ApplicationScoped
public class PushedRequests implements Entities, Sweepable {
  /** How long one may wait for its browser. */
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
  private static final ExpiredRows ROWS = new ExpiredRows("pushed_request", "id");

  @Inject EntityManager em;
  @Inject UsedOnce used;
  @Inject Clients clients;
  @Inject Clock clock;

  /** Whether this {@code request_uri} is of the kind that is given out here. */
  public static boolean isReference(String requestUri) {
    return requestUri.startsWith(PREFIX);
  }

  /** Keeps a sound request of this client; gives the {@code request_uri} that stands for it. */
  public String push(ClientId client, Parameters parameters) {
    var reference = newReference();
    var until = clock.instant().plus(LIFETIME);
    em.persist(new PushedRequest(id(reference), client, parameters, until));
    return reference;
  }

  /** A reference that nobody has guessed, and that stands for nothing yet. */
  public static String newReference() {
    return PREFIX + Secrets.token();
  }

  /** The request behind a reference, brought in time in its client's name and not answered yet. */
  public Optional<Parameters> find(String requestUri, ClientId client) {
    return Optional.ofNullable(em.find(PushedRequest.class, id(requestUri)))
        .filter(p -> p.isFor(client, clock.instant()))
        .filter(p -> !isVoid(p, client))
        .map(PushedRequest::parameters);
  }

  private boolean isVoid(PushedRequest request, ClientId client) {
    var pushedAt = request.expiresAt().minus(LIFETIME);
    return clients.known(client).filter(c -> c.voids(pushedAt)).isPresent();
  }

  /**
   * Whether this is the first answer to the request behind a reference; of any number of browsers
   * that have its pages open one gets it. Nobody is shown them any more.
   */
  public boolean answer(String requestUri) {
    em.createNativeQuery("delete from pushed_request where id = :id")
        .setParameter("id", id(requestUri))
        .executeUpdate();
    var until = clock.instant().plus(LIFETIME).plus(Tickets.LIFETIME);
    return used.first("request_uri", requestUri, until);
  }

  /** Whether the request behind a reference was answered. */
  boolean isAnswered(String requestUri) {
    return used.isUsed("request_uri", requestUri);
  }

  private static String id(String requestUri) {
    return Sha256.base64url(requestUri.substring(PREFIX.length()));
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
