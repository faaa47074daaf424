package org.sallyport.platform.audit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.SettingChanged;
import org.sallyport.platform.config.Configuration;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.runtime.StartLock;
import org.sallyport.platform.runtime.StartStep;

/**
 * Tells which settings differ from those of the last start, on whichever node that was. A code of
 * each value is kept, under the master key, since some are secrets.
 */
@ApplicationScoped
public class KnownSettings implements StartStep {
  private static final String USE = "known setting";

  @Inject Configuration configuration;
  @Inject EntityManager em;
  @Inject Provider<MasterKey> master;
  @Inject Audit audit;
  @Inject StartLock turn;

  @Override
  public Stage stage() {
    return Stage.CONFIGURATION;
  }

  @Override
  public void start() {
    turn.take("configuration", () -> compare(configuration.texts()));
  }

  /** Records what differs from what was known, and knows these from now on. */
  void compare(Map<String, String> texts) {
    var before = known();
    var changes = new ArrayList<SettingChanged>();
    new TreeMap<>(texts)
        .forEach(
            (name, text) -> {
              var code = master.get().mac((name + "\n" + text).getBytes(UTF_8), USE);
              if (!code.equals(before.get(name))) {
                keep(name, code, before.containsKey(name));
                changes.add(new SettingChanged(name));
              }
            });
    // At the first start, and of settings that an upgrade has brought, there is nothing to compare.
    audit.recordAll(changes.stream().filter(c -> before.containsKey(c.setting())).toList());
  }

  private Map<String, String> known() {
    var known = new TreeMap<String, String>();
    List<Object[]> rows =
        em.unwrap(Session.class)
            .createNativeQuery("select name, code from known_setting", Object[].class)
            .getResultList();
    rows.forEach(row -> known.put((String) row[0], (String) row[1]));
    return known;
  }

  private void keep(String name, String code, boolean known) {
    var sql =
        known
            ? "update known_setting set code = :code where name = :name"
            : "insert into known_setting (name, code) values (:name, :code)";
    em.createNativeQuery(sql).setParameter("name", name).setParameter("code", code).executeUpdate();
  }
}
