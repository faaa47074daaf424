package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.Entities;

/** The tables of this package. */
@ApplicationScoped
class PersonTables implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(Person.class);
  }
}
