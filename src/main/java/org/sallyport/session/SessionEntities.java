package org.sallyport.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entities of this package. */
@ApplicationScoped
class SessionEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(BrowserSession.class);
  }
}
