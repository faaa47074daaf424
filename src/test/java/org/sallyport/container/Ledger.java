package org.sallyport.container;

import static org.sallyport.protocol.OAuthError.INVALID_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import org.sallyport.grant.RevokedTokens;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.OAuthException;

/** A door as ours are: it writes a row, and then ends as it is told. */
@ApplicationScoped
@Transactional(dontRollbackOn = OAuthException.class)
public class Ledger {
  @Inject RevokedTokens tokens;
  @Inject EntityManager em;
  @Inject Transactions transactions;

  /** Writes and ends well. */
  public void write(String jti) {
    tokens.revoke(jti, Instant.EPOCH);
  }

  /** Writes and refuses. */
  public void writeAndRefuse(String jti) {
    write(jti);
    throw INVALID_GRANT.because("the code was used before");
  }

  /** Writes and fails. */
  public void writeAndFail(String jti) {
    write(jti);
    throw new IllegalStateException("a fault");
  }

  /** Writes and fails in a way that was declared. */
  public void writeAndFailAsDeclared(String jti) throws IOException {
    write(jti);
    throw new IOException("declared");
  }

  /** Writes in a transaction of its own. */
  public void writeApart(String jti) {
    transactions.inNew(
        () -> {
          write(jti);
          return true;
        });
  }

  /** Joins, and fails; what called it goes on as if nothing had happened. */
  public void swallow(Runnable failing) {
    try {
      failing.run();
    } catch (IllegalStateException swallowed) {
      has("anything");
    }
  }

  /** Whether the row is there. */
  public boolean has(String jti) {
    return tokens.isRevoked(jti);
  }

  /** Whether what another bean wrote is seen here before the transaction ends. */
  public boolean isOneContext(String jti) {
    write(jti);
    var seen =
        em.createNativeQuery("select count(*) from revoked_token where jti = :jti", Long.class)
            .setParameter("jti", jti)
            .getSingleResult();
    return seen.equals(1L) && em.isJoinedToTransaction();
  }
}
