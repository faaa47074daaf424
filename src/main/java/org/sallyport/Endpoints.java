package org.sallyport;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The JAX-RS application: every resource there is, below {@code /oauth2}. */
@ApplicationPath("/oauth2")
public class Endpoints extends Application {

  // Jersey would answer OPTIONS with a description of its own.
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
