package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entity of a person. */
@ApplicationScoped
class PersonEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(Person.class, PersonGroup.class);
  }
}
