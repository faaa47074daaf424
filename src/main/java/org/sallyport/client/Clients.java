package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.protocol.ClientId;

/** All clients that may do something; a change is seen within two seconds on every node. */
@ApplicationScoped
public class Clients {
  private final Recent<ClientId, Client> recent = new Recent<>();

  @Inject ClientRows rows;

  /** The client of this id, if there is one and it is enabled. */
  public Optional<Client> find(ClientId id) {
    return recent.get(id, rows::find).filter(Client::enabled);
  }

  /** Reads everything anew from now on. */
  void forget() {
    recent.clear();
  }
}
