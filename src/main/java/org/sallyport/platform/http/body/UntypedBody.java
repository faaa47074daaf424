package org.sallyport.platform.http.body;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes a post that has no body for a form without parameters, which then are missed by name, and
 * refuses a body that does not say what it is.
 */
@Provider
@PreMatching
public class UntypedBody implements ContainerRequestFilter {
  @SuppressWarnings("NullAway.Init") // the server sets it
  @Context
  HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request) {
    // The header first: Jersey takes long to find the servlet's request. WildFly's RESTEasy takes
    // what does not say what it is for a form, so where there is no header the servlet is asked.
    if (!request.getMethod().equals("POST")
        || request.getHeaderString("Content-Type") != null
        || servlet.getContentType() != null) {
      return;
    }
    // Open Liberty's knows of no body there.
    if (request.hasEntity() || servlet.getContentLengthLong() > 0) {
      throw new ClientErrorException(Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    request.getHeaders().putSingle("Content-Type", APPLICATION_FORM_URLENCODED);
  }
}
