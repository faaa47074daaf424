package org.sallyport.platform.http;

import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.USE_DPOP_NONCE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.protocol.OAuthException;

/** Answers refusals (RFC 6749 §5.2). */
@Provider
@ApplicationScoped
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {
  @Inject ProblemResponses answers;
  @Inject HttpServletRequest request;

  @Override
  public Response toResponse(OAuthException refusal) {
    return answers.response(request, problem(refusal), CaseNumber.next());
  }

  // RFC 9449 §7.1, §9: where a token is shown, what is wrong with its proof is a challenge.
  private Problem problem(OAuthException refusal) {
    var proof = refusal.error() == INVALID_DPOP_PROOF || refusal.error() == USE_DPOP_NONCE;
    return proof && Challenge.takesTokens(request)
        ? new Problem(401, refusal, Map.of())
        : Problem.of(refusal);
  }
}
