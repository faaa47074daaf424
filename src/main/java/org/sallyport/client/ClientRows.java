package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.protocol.ClientId;

/** The table of clients; read through {@link Clients}. */
@ApplicationScoped
@Transactional
class ClientRows {
  @Inject EntityManager em;
  @Inject UnreadableRows unreadable;

  Optional<Client> find(ClientId id) {
    return Optional.ofNullable(em.find(Client.class, id.value()));
  }

  List<Client> all() {
    return em.createQuery("select c from Client c", Client.class).getResultList();
  }

  void add(Client client) {
    em.persist(client);
  }

  private Set<String> origins(Client client) {
    return unreadable
        .read("client", client.id().value(), () -> client.metadata().redirects().origins())
        .orElse(Set.of());
  }

  /** The web origins of all clients that are enabled. */
  Set<String> origins() {
    return all().stream()
        .filter(Client::enabled)
        .flatMap(c -> origins(c).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
