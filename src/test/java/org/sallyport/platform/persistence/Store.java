package org.sallyport.platform.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.connection.OpenDatabase;
import org.sallyport.platform.persistence.mapping.EntityClasses;
import org.sallyport.platform.transaction.Transactions;

/** The real store of a test: migrated, mapped and empty, with transactions of the test's own. */
public final class Store implements AutoCloseable {
  private final String name;
  private final OpenDatabase database;
  private final Transactions transactions = new Transactions();
  private final EntityManager em;

  Store(String name, Settings.DatabaseSettings settings) {
    this.name = name;
    database = OpenDatabase.open(settings, EntityClasses.all());
    em = TransactionContext.of(database::factory, transactions);
  }

  /** What {@code @Inject EntityManager} gives in the server. */
  public EntityManager em() {
    return em;
  }

  /** Does the work in a transaction of its own. */
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.inNew(work);
  }

  /** Does the work in a transaction of its own. */
  public void run(Runnable work) {
    transactions.inNew(
        () -> {
          work.run();
          return true;
        });
  }

  /** What {@code @Inject Transactions} gives in the server. */
  public Transactions transactions() {
    return transactions;
  }

  /** Runs one statement of SQL, committed; says how many rows it touched. */
  public int sql(String statement) {
    return inTransaction(() -> em.createNativeQuery(statement).executeUpdate());
  }

  /** How many rows of a table meet a condition in SQL. */
  public long count(String table, String condition) {
    var query = "select count(*) from " + table + " where " + condition;
    return inTransaction(() -> (Number) em.createNativeQuery(query).getSingleResult()).longValue();
  }

  /** How many statements the work takes in a transaction of its own. */
  public long statements(Runnable work) {
    var statistics = database.factory().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    var before = statistics.getPrepareStatementCount();
    run(work);
    return statistics.getPrepareStatementCount() - before;
  }

  /** What {@code @Inject Database} gives in the server that has these settings. */
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  Database asDatabase(Settings settings) {
    var all = new Database();
    all.settings = settings;
    all.transactions = transactions;
    all.open(database);
    return all;
  }

  public OpenDatabase database() {
    return database;
  }

  /** Empties all tables and frees the lease. */
  public Store empty() {
    run(
        () -> {
          tables().forEach(t -> em.createNativeQuery("delete from " + t).executeUpdate());
          em.createNativeQuery("update lease set holder = '', held_until = :then")
              .setParameter("then", Instant.EPOCH)
              .executeUpdate();
        });
    return this;
  }

  private List<String> tables() {
    var query =
        "select table_name from information_schema.tables where lower(table_schema) = 'public'"
            + " and lower(table_name) not in ('flyway_schema_history', 'lease')";
    return em.unwrap(Session.class).createNativeQuery(query, String.class).getResultList();
  }

  @Override
  public void close() {
    database.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
