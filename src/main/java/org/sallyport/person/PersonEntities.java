package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.Entities;

/** The entities of this package. */
@ApplicationScoped
class PersonEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(Person.class, StoredCredential.class, SignInFailure.class);
  }
}
