package org.sallyport.client.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** Makes the entity of clients known. */
@ApplicationScoped
public class ClientTables implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(Client.class);
  }
}
