package org.sallyport.demo.api;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a caller whose groups hold none of the roles a method allows. */
@Provider
public class RoleRefused implements ExceptionMapper<ForbiddenException> {
  @Override
  public Response toResponse(ForbiddenException refused) {
    return Refusal.MISSING_ROLE.response("None of your groups may read this.");
  }
}
