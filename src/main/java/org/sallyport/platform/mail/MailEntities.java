package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entities of this package. */
@ApplicationScoped
class MailEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(OutboxRow.class);
  }
}
