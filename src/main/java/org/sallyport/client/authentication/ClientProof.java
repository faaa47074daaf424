package org.sallyport.client.authentication;

import java.util.List;
import java.util.function.Predicate;
import org.sallyport.client.registry.Client;
import org.sallyport.protocol.ClientId;

/**
 * What a request says to prove who sent it.
 *
 * @param readings who it says it is, in each way in which that can be read; the likeliest first
 * @param proves whether it is so
 */
public record ClientProof(List<ClientId> readings, Predicate<Client> proves) {
  public ClientProof {
    readings = List.copyOf(readings);
  }

  /** A proof that can be read in one way only. */
  public ClientProof(ClientId claimed, Predicate<Client> proves) {
    this(List.of(claimed), proves);
  }

  /** Who it most likely says it is. */
  public ClientId claimed() {
    return readings.get(0);
  }
}
