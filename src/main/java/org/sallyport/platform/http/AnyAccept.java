package org.sallyport.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Has no request refused for the media types that it accepts: an endpoint answers what it has (RFC
 * 9110 §12.4.1). Endpoints that have a choice look at the header themselves.
 */
@Provider
@PreMatching
public class AnyAccept implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    request.getHeaders().putSingle("Accept", "*/*");
  }
}
