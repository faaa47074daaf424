package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.OAuthException;

/** The transaction of a token request that stores something. */
@ApplicationScoped
class TokenTransaction {
  /** The answer of a token request; what a refusal did to the grant is kept. */
  @Transactional(dontRollbackOn = OAuthException.class)
  String of(Supplier<String> answer) {
    return answer.get();
  }
}
