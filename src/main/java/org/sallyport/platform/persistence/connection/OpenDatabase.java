package org.sallyport.platform.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.mapping.ForeignClasses;
import org.sallyport.platform.persistence.mapping.PersistenceUnitFactory;

/** The database while the application runs: connected, migrated, mapped. */
public record OpenDatabase(HikariDataSource pool, EntityManagerFactory factory, WriteFaults faults)
    implements AutoCloseable {

  /** Connects, migrates, and maps these entities; refuses a database that cannot be used. */
  public static OpenDatabase open(Settings.DatabaseSettings settings, List<Class<?>> entities) {
    return withOwnClassLoader(() -> opened(settings, entities));
  }

  private static OpenDatabase opened(Settings.DatabaseSettings settings, List<Class<?>> entities) {
    EmbeddedFile.of(settings).ifPresent(EmbeddedFile::guard);
    var named = ServerSource.of(settings);
    var source = named.orElseGet(() -> DatabaseProduct.of(settings).serving(settings));
    var faults = new WriteFaults();
    var pool = connected(source, settings, faults);
    try {
      Migrations.run(named.orElseGet(() -> DatabaseProduct.of(settings).migrating(settings)));
      return new OpenDatabase(pool, PersistenceUnitFactory.open(pool, entities), faults);
    } catch (FlywayException e) {
      pool.close();
      throw refusal("the tables cannot be brought up to date", e, "restore or empty the database");
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariDataSource connected(
      DataSource source, Settings.DatabaseSettings settings, WriteFaults faults) {
    try {
      return ConnectionPool.open(source, settings, faults);
    } catch (PoolInitializationException e) {
      var remedy = "check database.url, database.user and database.password";
      throw EmbeddedFile.of(settings)
          .filter(file -> file.isLocked(e))
          .map(EmbeddedFile::locked)
          .orElseGet(() -> refusal("the database does not let us in", e, remedy));
    }
  }

  private static ConfigurationException refusal(String wrong, Exception cause, String remedy) {
    var root = StoreFault.root(cause);
    return new ConfigurationException(
        "setting database.url",
        wrong + " (" + Objects.requireNonNullElse(root.getMessage(), root.toString()) + ")",
        remedy);
  }

  // Flyway and Hibernate look for their parts through the thread's class loader.
  private static <T> T withOwnClassLoader(Supplier<T> work) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(OpenDatabase.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    var foreign = ForeignClasses.of(factory.getMetamodel());
    factory.close();
    foreign.forget();
    pool.close();
  }
}
