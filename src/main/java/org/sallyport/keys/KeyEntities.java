package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entities of this package. */
@ApplicationScoped
class KeyEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(ServerKey.class);
  }
}
