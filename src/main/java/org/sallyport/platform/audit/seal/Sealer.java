package org.sallyport.platform.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * Seals the audit beside the requests: each second what was committed since, each minute a
 * checkpoint if there is something new.
 */
@ApplicationScoped
public class Sealer implements StartStep {
  private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CHECKPOINT = Duration.ofMinutes(1);
  private static final int AT_ONCE = 1_000;
  private static final int BATCHES = 20;

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Provider<MasterKey> master;
  @Inject Background background;
  @Inject Clock clock;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    background.refreshing("the seal of the audit", PAUSE, this::work);
  }

  /** What is done each second. */
  void work() {
    var batches = 0;
    while (batches < BATCHES && seal() == AT_ONCE) {
      batches++;
    }
    checkpoint().ifPresent(Sealer::tell);
  }

  // Outside of the database it shows how long the chains were, whoever rolls the database back.
  private static void tell(Checkpoint checkpoint) {
    LOG.log(
        Level.INFO,
        "Audit checkpoint {0} {1}",
        new Object[] {String.valueOf(checkpoint.number()), checkpoint.mac()});
  }

  /** Seals some rows; says how many. */
  int seal() {
    if (!inNew(c -> chains(c).isBehind())) {
      return 0;
    }
    var sealed = inNew(this::sealInFreeChain);
    return sealed.isPresent() ? sealed.get() : inNew(this::sealInNewChain);
  }

  private Optional<Integer> sealInFreeChain(Connection connection) throws SQLException {
    var chains = chains(connection);
    var free = chains.takeFree();
    return free.isEmpty() ? Optional.empty() : Optional.of(chains.append(free.get(), AT_ONCE));
  }

  private int sealInNewChain(Connection connection) throws SQLException {
    var chains = chains(connection);
    var nothing = new ChainHead(new ChainPlace(chains.newNumber(), 0), ChainHead.NOTHING);
    return chains.begin(nothing) ? chains.append(nothing, AT_ONCE) : 0;
  }

  /** Takes a checkpoint if the last is a minute old and there is something new. */
  Optional<Checkpoint> checkpoint() {
    return inNew(this::checkpoint);
  }

  private Optional<Checkpoint> checkpoint(Connection connection) throws SQLException {
    var checkpoints = new Checkpoints(connection);
    var last = checkpoints.newest();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (last.filter(l -> Duration.between(l.at(), now).abs().compareTo(CHECKPOINT) < 0)
        .isPresent()) {
      return Optional.empty();
    }
    var heads = Chains.heads(connection);
    if (last.map(Checkpoint::heads).orElse("{}").equals(Checkpoint.text(heads))) {
      return Optional.empty();
    }
    var before = last.map(Checkpoint::asPrevious).orElse(Checkpoint.ChainedTo.NOTHING);
    var next = Checkpoint.of(before, now, heads, master.get());
    return checkpoints.add(next) ? Optional.of(next) : Optional.empty();
  }

  private Chains chains(Connection connection) {
    return new Chains(connection, master.get());
  }

  private <T> T inNew(ReturningWork<T> work) {
    return transactions.inNew(() -> em.unwrap(Session.class).doReturningWork(work));
  }
}
