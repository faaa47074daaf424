package org.sallyport.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.io.IOException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sallyport.Spec;
import org.sallyport.grant.RevokedTokens;
import org.sallyport.platform.http.filter.WithTestRunner;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.OAuthException;

/**
 * The finished WAR in the server: transactions begin, end and nest as {@code @Transactional} says.
 */
@ExtendWith(ArquillianExtension.class)
@Spec("Jakarta Transactions §3.7")
class TransactionsIT {
  @Inject Ledger ledger;
  @Inject EntityManager em;
  @Inject RevokedTokens tokens;
  @Inject Transactions transactions;

  private final String jti = UUID.randomUUID().toString();

  @Deployment
  static WebArchive product() {
    return ShrinkWrap.create(ZipImporter.class, "sallyport.war")
        .importFrom(new File("target/sallyport.war"))
        .as(WebArchive.class)
        .addClasses(TransactionsIT.class, Ledger.class, Spec.class, WithTestRunner.class);
  }

  @Test
  void what_ends_well_is_kept() {
    ledger.write(jti);
    assertTrue(ledger.has(jti));
  }

  @Test
  void a_refusal_commits() {
    var refusal = assertThrows(OAuthException.class, () -> ledger.writeAndRefuse(jti));
    assertEquals("invalid_grant", refusal.error().code());
    assertTrue(ledger.has(jti));
  }

  @Test
  void a_fault_rolls_back() {
    assertThrows(IllegalStateException.class, () -> ledger.writeAndFail(jti));
    assertFalse(ledger.has(jti));
  }

  @Test
  void a_declared_exception_commits() {
    assertThrows(IOException.class, () -> ledger.writeAndFailAsDeclared(jti));
    assertTrue(ledger.has(jti));
  }

  @Test
  void an_outer_rollback_undoes_what_was_joined_and_not_what_was_apart() {
    var apart = jti + "-apart";
    assertThrows(
        IllegalArgumentException.class,
        () ->
            transactions.inNew(
                () -> {
                  ledger.write(jti);
                  ledger.writeApart(apart);
                  throw new IllegalArgumentException("a fault");
                }));
    assertFalse(ledger.has(jti));
    assertTrue(ledger.has(apart));
  }

  @Test
  void a_fault_in_a_joined_method_undoes_all_though_it_was_caught() {
    assertThrows(IllegalStateException.class, () -> ledger.swallow(() -> ledger.writeAndFail(jti)));
    assertFalse(ledger.has(jti));
  }

  @Test
  void one_transaction_has_one_persistence_context() {
    assertTrue(ledger.isOneContext(jti));
  }

  @Test
  void outside_a_transaction_the_database_is_refused_with_what_to_do() {
    var refusal =
        assertThrows(IllegalStateException.class, () -> em.createQuery("select 1 from Grant g"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("@Transactional"));
    assertThrows(IllegalStateException.class, () -> em.find(Object.class, 1));
  }

  @Test
  void a_repository_called_twice_within_one_transaction_sees_its_own_writes() {
    assertTrue(
        transactions.inNew(
            () -> {
              ledger.write(jti);
              return tokens.isRevoked(jti);
            }));
    assertTrue(ledger.has(jti));
  }

  @Test
  void the_same_row_twice_is_one_row() {
    ledger.write(jti);
    ledger.write(jti);
    assertTrue(ledger.has(jti));
  }
}
