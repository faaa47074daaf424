package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** Makes the entities of this package known. */
@ApplicationScoped
public class GrantEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(
        Grant.class,
        RevokedToken.class,
        EndReasonConverter.class,
        ResourcesConverter.class,
        RequestedClaimsConverter.class);
  }
}
