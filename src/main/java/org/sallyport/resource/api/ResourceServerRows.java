package org.sallyport.resource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Resource;

/** The table of resource servers; read through {@link ResourceServers}. */
@ApplicationScoped
@Transactional
public class ResourceServerRows implements AppliedRows<ResourceServerRow> {
  @Inject EntityManager em;
  @Inject UnreadableRows unreadable;

  /** All resource servers that this node can read. */
  public List<ResourceServer> servers() {
    return all().stream()
        .flatMap(r -> unreadable.read("resource_server", r.id(), r::server).stream())
        .toList();
  }

  @Override
  public List<ResourceServerRow> all() {
    return em.createQuery(
            "select r from ResourceServerRow r order by r.id", ResourceServerRow.class)
        .getResultList();
  }

  /** The row of this resource server, if it is there. */
  public Optional<ResourceServerRow> find(Resource id) {
    return Optional.ofNullable(em.find(ResourceServerRow.class, id.value()));
  }

  /** What left this section of the file. */
  Departures departures(String section, Instant now, Duration grace) {
    return new Departures(em, section, now, grace);
  }

  @Override
  public void add(ResourceServerRow row) {
    em.persist(row);
  }

  @Override
  public void remove(ResourceServerRow row) {
    em.remove(row);
  }
}
