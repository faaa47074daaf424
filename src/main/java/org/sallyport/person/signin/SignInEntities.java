package org.sallyport.person.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.persistence.mapping.Entities;

/** The entity that counts failed sign-ins. */
@ApplicationScoped
class SignInEntities implements Entities {
  @Override
  public List<Class<?>> classes() {
    return List.of(SignInFailure.class);
  }
}
