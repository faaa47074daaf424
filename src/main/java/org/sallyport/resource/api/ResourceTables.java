package org.sallyport.resource.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** Makes the entities of resource servers known. */
@ApplicationScoped
public class ResourceTables implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(AppliedEntry.class, DepartedEntry.class, ResourceServerRow.class);
  }
}
