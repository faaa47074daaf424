package org.sallyport.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.SettableClock;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;

class AuditPartitionsTest {
  private static final Instant NOW = Instant.parse("2031-11-02T03:04:05Z");

  private final Store store = Stores.postgresql();
  private final SettableClock clock = new SettableClock(NOW);

  @AfterEach
  void dropMonths() {
    months().forEach(month -> store.sql("drop table " + month));
  }

  @Test
  void this_month_and_two_more_have_partitions_and_rows_go_there() {
    partitions().tend();
    partitions().tend();
    add(NOW);
    add(NOW.plus(Duration.ofDays(40)));
    add(NOW.plus(Duration.ofDays(400)));

    assertThat(months())
        .containsExactly("audit_event_2031_11", "audit_event_2031_12", "audit_event_2032_01");
    assertThat(store.count("audit_event_2031_11", "1 = 1")).isOne();
    assertThat(store.count("audit_event_2031_12", "1 = 1")).isOne();
    assertThat(store.count("audit_event_rest", "1 = 1")).isOne();
    assertThat(store.count("audit_event", "1 = 1")).isEqualTo(3);
  }

  @Test
  void nodes_that_make_them_at_once_all_go_on() {
    Race.of(
        4,
        () -> {
          partitions().tend();
          return true;
        });

    assertThat(months()).hasSize(3);
  }

  @Test
  void a_month_whose_rows_came_before_its_partition_stays_with_the_rest() {
    add(NOW);
    var partitions = partitions();

    partitions.tend();

    assertThat(months()).containsExactly("audit_event_2031_12", "audit_event_2032_01");
    assertThat(partitions.warning()).isEmpty();
  }

  @Test
  void a_role_that_may_not_make_tables_keeps_its_rows_and_says_what_the_owner_can_do() {
    var settings = Stores.newPostgreSql("audit_of_a_writer");
    try (var owner = Stores.open(settings)) {
      var ofWriter = settings.url().replace("user=postgres", "user=writer");
      owner.sql("create role writer login");
      owner.sql("grant all on all tables in schema public to writer");
      owner.sql("revoke create on schema public from public");
      try (var writer = Stores.open(Stores.settings(ofWriter, "writer"))) {
        var partitions = TestAuditStore.partitions(writer, clock);
        partitions.tend();
        var event = StoredEvent.now(Refusals.refusal().entry(), NOW);
        writer.run(() -> TestAuditStore.rows(writer).add(List.of(event)));

        assertThat(writer.count("audit_event_rest", "1 = 1")).isOne();
        var advice = partitions.warning().orElseThrow();
        assertThat(advice)
            .startsWith("the database role may not make partitions of audit_event; its owner can: ")
            .contains("create table audit_event_2031_12 partition of audit_event");
        for (var statement : advice.substring(advice.indexOf("create")).split("; ", -1)) {
          if (!statement.contains("2031_11")) {
            owner.sql(statement);
          }
        }
        partitions.tend();
        assertThat(partitions.warning()).hasValueSatisfying(w -> assertThat(w).contains("2031_11"));
      }
    }
  }

  @Test
  void a_month_that_retention_has_emptied_is_dropped_and_no_other() {
    partitions().tend();
    add(NOW.plus(Duration.ofDays(40)));

    clock.advance(Duration.ofDays(600));
    partitions().tend();

    assertThat(months())
        .contains("audit_event_2031_12")
        .doesNotContain("audit_event_2031_11", "audit_event_2032_01");
  }

  private AuditPartitions partitions() {
    return TestAuditStore.partitions(store, clock);
  }

  private void add(Instant at) {
    var event = StoredEvent.now(Refusals.refusal().entry(), at);
    store.run(() -> TestAuditStore.rows(store).add(List.of(event)));
  }

  private List<String> months() {
    var sql =
        "select tablename from pg_tables where tablename like 'audit!_event!_2%' escape '!'"
            + " order by tablename";
    return store.inTransaction(
        () ->
            store.em().unwrap(Session.class).createNativeQuery(sql, String.class).getResultList());
  }
}
