package org.sallyport.resource.details;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** Makes the entity of types of authorization details known. */
@ApplicationScoped
public class DetailsTables implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(AuthorizationDetailsTypeRow.class);
  }
}
