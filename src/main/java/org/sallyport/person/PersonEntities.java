package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entities of a person, and of their groups. */
@ApplicationScoped
class PersonEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(Person.class, TokenSubject.class, PersonGroup.class);
  }
}
