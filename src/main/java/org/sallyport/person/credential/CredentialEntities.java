package org.sallyport.person.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entity of credentials. */
@ApplicationScoped
class CredentialEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(StoredCredential.class);
  }
}
