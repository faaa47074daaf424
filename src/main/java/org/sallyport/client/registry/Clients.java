package org.sallyport.client.registry;

import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.audit.store.RegisteredClients;
import org.sallyport.platform.persistence.RecentlyRead;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.SigningAlgorithm;

/** All clients that may do something; a change is seen within two seconds on every node. */
@ApplicationScoped
public class Clients implements RegisteredClients {
  private final RecentlyRead<ClientId, Client> recent = new RecentlyRead<>();

  @Inject ClientRows rows;
  @Inject UnreadableRows unreadable;

  /** The client of this id, if there is one, it is enabled, and this node can read its row. */
  public Optional<Client> find(ClientId id) {
    return known(id).filter(this::isReadable);
  }

  /** The client of this id, if there is one and it is enabled; its metadata may be unreadable. */
  public Optional<Client> known(ClientId id) {
    return recent.get(id, rows::find).filter(Client::enabled);
  }

  @Override
  public boolean isKnown(ClientId id) {
    return recent.known(id).isPresent();
  }

  /** How we sign for clients that are enabled, beyond the usual. */
  public Set<SigningAlgorithm> signingAlgorithms() {
    return rows.signingAlgorithms();
  }

  /** Those that may be opened from the home page, at most so many. */
  public List<Client> launchable(int most) {
    return rows.launchable(most).stream().filter(this::isReadable).toList();
  }

  /** The refusal of whoever is no client; the log tells it of a client that was disabled. */
  public OAuthException explained(ClientId id, OAuthException refusal) {
    return wasDisabled(id, Instant.MAX) ? refusal.ofDisabled() : refusal;
  }

  /** Whether the client of this id is disabled, or was since it was given something. */
  public boolean wasDisabled(ClientId id, Instant given) {
    return recent.get(id, rows::find).filter(c -> !c.enabled() || c.voids(given)).isPresent();
  }

  /** The client itself; refuses, for now, one whose row this node cannot read. */
  public Client readable(Client client) {
    if (!isReadable(client)) {
      throw TEMPORARILY_UNAVAILABLE.because(
          "the registration of this client cannot be read by this node; its log has the reason");
    }
    return client;
  }

  private boolean isReadable(Client client) {
    return unreadable.read("client", client.id().value(), client::metadata).isPresent();
  }

  /** Reads everything anew from now on. */
  void forget() {
    recent.clear();
  }
}
