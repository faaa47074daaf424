package org.sallyport.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.connection.EmbeddedFile;
import org.sallyport.platform.persistence.connection.OpenDatabase;
import org.sallyport.platform.persistence.mapping.Entities;
import org.sallyport.platform.runtime.PassingFault;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/** The one database of the application: open from its start to its end. */
@ApplicationScoped
public class Database implements StartStep {
  private static final String PROBE =
      "update lease set held_until = held_until where name = 'probe'";

  @Inject Settings settings;
  @Inject Instance<Entities> entities;
  @Inject Transactions transactions;

  private volatile @Nullable OpenDatabase open;

  @SuppressWarnings("NullAway.Init") // made before anyone asks
  private EntityManager entityManager;

  @PostConstruct
  void prepare() {
    entityManager = TransactionContext.of(() -> opened().factory(), transactions);
  }

  @Override
  public Stage stage() {
    return Stage.STORE;
  }

  @Override
  public void start() {
    var classes = entities.stream().flatMap(e -> e.classes().stream()).toList();
    open(OpenDatabase.open(settings.database(), classes));
  }

  void open(OpenDatabase database) {
    open = database;
  }

  /**
   * The entity manager of whichever transaction runs; outside of one it refuses. There is one for
   * all beans, or each would have a connection and a transaction of its own.
   */
  @Produces
  EntityManager entityManager() {
    return entityManager;
  }

  /** Whether the database answers; takes as long as a connection may take. */
  boolean answers() {
    // What the driver says of a connection is no proof: one to a closed database may count as
    // valid.
    try (var connection = opened().pool().getConnection();
        var statement = connection.prepareStatement("select name from lease where name = 'probe'");
        var result = statement.executeQuery()) {
      return result.next();
    } catch (SQLException e) {
      return false;
    }
  }

  /** What keeps rows from being written, if anything does; found out by writing one. */
  Optional<String> writeProblem() {
    var file = EmbeddedFile.of(settings.database());
    if (file.filter(f -> !f.isThere()).isPresent()) {
      return Optional.of("the file of the database is gone");
    }
    if (file.filter(EmbeddedFile::isOnFullDisk).isPresent()) {
      return Optional.of("the disk of the database is full");
    }
    if (writes() && !refusedToWrite()) {
      return Optional.empty();
    }
    return answers() ? Optional.of("the database takes no writes") : Optional.empty();
  }

  /** What will keep rows from being written soon, if anything does. */
  Optional<String> writeWarning() {
    return EmbeddedFile.of(settings.database())
        .filter(EmbeddedFile::isShortOfRoom)
        .map(file -> "the disk of the database has less than 100 MiB left");
  }

  /** Whether somebody was kept from writing in the last seconds. */
  boolean refusedToWrite() {
    return opened().faults().areRecent();
  }

  private boolean writes() {
    try (var connection = opened().pool().getConnection();
        var statement = connection.prepareStatement(PROBE)) {
      statement.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The connections. */
  HikariDataSource pool() {
    return opened().pool();
  }

  @Override
  public void end() {
    var last = open;
    open = null;
    if (last != null) {
      last.close();
    }
    // That they are asked for makes those register themselves that nobody has used yet.
    for (var times = 0; times < 2; times++) {
      ours().forEach(Database::deregister);
    }
  }

  private static List<Driver> ours() {
    var loader = Database.class.getClassLoader();
    return DriverManager.drivers().filter(d -> d.getClass().getClassLoader() == loader).toList();
  }

  // They register themselves when loaded, and would keep the whole application in memory.
  private static void deregister(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw new IllegalStateException("a driver of our own cannot be let go", e);
    }
  }

  private OpenDatabase opened() {
    if (open == null) {
      throw new PassingFault("the database is used before the start or after the end");
    }
    return open;
  }
}
