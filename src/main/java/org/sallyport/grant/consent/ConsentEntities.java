package org.sallyport.grant.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** Makes the entity of remembered consent known. */
@ApplicationScoped
public class ConsentEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(Consent.class);
  }
}
