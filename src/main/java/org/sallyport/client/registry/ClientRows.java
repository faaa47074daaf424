package org.sallyport.client.registry;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SigningAlgorithm;

/** The table of clients; read through {@link Clients}. */
@ApplicationScoped
@Transactional
class ClientRows {
  private static final String CHANGED =
      "select c.id, c.definition, c.enablement.enabled from Client c"
          + " where c.changedAt > :since and c.id > :after order by c.id";

  private static final String SIGNED =
      "select c.id, c.definition from Client c where c.enablement.enabled = true"
          + " and c.definition like '%!_signed!_response!_alg%' escape '!'";

  private static final String LAUNCHABLE =
      "select c from Client c where c.launchable = true and c.enablement.enabled = true"
          + " order by c.id";

  @Inject EntityManager em;
  @Inject UnreadableRows unreadable;

  Optional<Client> find(ClientId id) {
    return Optional.ofNullable(em.find(Client.class, id.value()));
  }

  /** Those of these ids that there are. */
  Map<String, Client> byId(List<String> ids) {
    return em.createQuery("select c from Client c where c.id in :ids", Client.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(toMap(c -> c.id().value(), identity()));
  }

  /** Those that are enabled and have a page to begin at, by their ids. */
  List<Client> launchable(int most) {
    return em.createQuery(LAUNCHABLE, Client.class).setMaxResults(most).getResultList();
  }

  /** Those whose end a clock that was wrong may have dated ahead. */
  List<Client> endedAfter(Instant now) {
    return em.createQuery("select c from Client c where c.enablement.endedAt > :now", Client.class)
        .setParameter("now", now)
        .getResultList();
  }

  /** The ids of those that an entry of the configuration file was taken over for. */
  List<String> idsOfEntries() {
    return em.createQuery(
            "select c.id from Client c where c.appliedDigest is not null", String.class)
        .getResultList();
  }

  /** How many may do something. */
  long enabled() {
    return em.createQuery(
            "select count(c) from Client c where c.enablement.enabled = true", Long.class)
        .getSingleResult();
  }

  void add(Client client) {
    em.persist(client);
  }

  /** Writes what has changed so far, and lets go of what was read for it. */
  void written() {
    em.flush();
    em.clear();
  }

  /** The stamp of the last change of any; the epoch if there is none. */
  Instant lastChange() {
    var last = em.createQuery("select max(c.changedAt) from Client c", Instant.class);
    return Optional.ofNullable(last.getSingleResult()).orElse(Instant.EPOCH);
  }

  /**
   * The web origins of clients that have changed; none of one that is disabled or cannot be read.
   *
   * @param since the stamp of the last change that is known
   * @param after the id after which to go on
   * @param most of how many at most, in the order of their ids
   */
  List<Origins> changedOrigins(Instant since, String after, int most) {
    return em.createQuery(CHANGED, Object[].class)
        .setParameter("since", since)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultStream()
        .map(row -> origins((String) row[0], (String) row[1], (Boolean) row[2]))
        .toList();
  }

  private Origins origins(String id, String definition, boolean enabled) {
    var read =
        enabled
            ? unreadable.read("client", id, () -> origins(id, definition))
            : Optional.<Set<String>>empty();
    return new Origins(id, read.orElse(Set.of()));
  }

  private static Set<String> origins(String id, String definition) {
    return Client.metadata(id, definition).redirects().origins();
  }

  /** The web origins of a client. */
  record Origins(String clientId, Set<String> origins) {}

  /** How we sign for clients that are enabled and say so: there may be many that do not. */
  Set<SigningAlgorithm> signingAlgorithms() {
    return em.createQuery(SIGNED, Object[].class)
        .getResultStream()
        .flatMap(row -> signingAlgorithms((String) row[0], (String) row[1]).stream())
        .collect(toUnmodifiableSet());
  }

  private Set<SigningAlgorithm> signingAlgorithms(String id, String definition) {
    return unreadable
        .read("client", id, () -> Client.metadata(id, definition).responses().algorithms())
        .orElse(Set.of());
  }
}
