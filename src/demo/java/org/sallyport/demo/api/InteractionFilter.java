package org.sallyport.demo.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Each answer has the UUID by which caller and API find the exchange in the logs of both: the
 * caller's if it sent one, else a new one (FAPI 1.0 Baseline §6.2.1).
 */
@Provider
public class InteractionFilter implements ContainerResponseFilter {
  private static final String HEADER = "x-fapi-interaction-id";
  private static final Pattern ONE =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var id =
        Optional.ofNullable(request.getHeaderString(HEADER))
            .filter(sent -> ONE.matcher(sent).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    response.getHeaders().putSingle(HEADER, id);
  }
}
