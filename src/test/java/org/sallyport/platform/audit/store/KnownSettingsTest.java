package org.sallyport.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.sallyport.SettableClock;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class KnownSettingsTest {
  private static final Map<String, String> SETTINGS =
      Map.of("issuer", "https://id.test", "database.password", "secret one", "config", "");

  @StoreTest
  void a_setting_that_differs_from_the_last_start_is_told_by_its_name(Store store) {
    var settings = settings(store);
    store.run(() -> settings.compare(SETTINGS));
    store.run(() -> settings.compare(SETTINGS));
    assertThat(store.count("audit_event", "1 = 1")).isZero();

    store.run(
        () ->
            settings.compare(
                Map.of("issuer", "https://id.test", "database.password", "two", "config", "f")));

    assertThat(details(store))
        .containsExactlyInAnyOrder(
            "{\"setting\":\"config\"}", "{\"setting\":\"database.password\"}");
    assertThat(store.count("audit_event", "actor = 'configuration'")).isEqualTo(2);
    assertThat(store.count("known_setting", "code like '%two%' or length(code) <> 64")).isZero();
  }

  @StoreTest
  void a_setting_that_an_upgrade_has_brought_has_not_changed(Store store) {
    var settings = settings(store);
    store.run(() -> settings.compare(Map.of("issuer", "https://id.test")));

    store.run(() -> settings.compare(SETTINGS));

    assertThat(store.count("audit_event", "1 = 1")).isZero();
  }

  private static KnownSettings settings(Store store) {
    var settings = new KnownSettings();
    var master = TestKeys.master();
    settings.em = store.em();
    settings.master = () -> master;
    settings.audit = TestAuditStore.audit(store, new SettableClock(Refusals.NOW));
    return settings;
  }

  private static List<String> details(Store store) {
    var sql = "select detail from audit_event";
    return store.inTransaction(
        () ->
            store.em().unwrap(Session.class).createNativeQuery(sql, String.class).getResultList());
  }
}
