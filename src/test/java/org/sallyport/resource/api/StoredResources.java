package org.sallyport.resource.api;

import java.time.Clock;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.UnreadableRows;

/** The resource servers of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredResources {
  /** The section {@code resources} that is there at first. */
  public static final String RESOURCES =
      """
      [{"resource": "https://api.test/notes", "title": "Notes",
        "introspection_clients": ["api"],
        "scopes": [{"scope": "notes.read", "title": "Read", "description": "Read your notes."},
                   {"scope": "notes.write", "title": "Write", "description": "Change your notes."}]},
       {"resource": "https://example.com/payments", "introspection_clients": ["api"]},
       {"resource": "https://api.test/jwt", "token_type_header": "JWT",
        "scopes": [{"scope": "calendar", "title": "Calendar", "description": "See when."}]}]
      """;

  private final Store store;
  private final ResourceServerRows rows = new ResourceServerRows();
  private final ResourcesSection section = new ResourcesSection();
  private final ResourceServers servers = new ResourceServers();

  /** Three resource servers. */
  public StoredResources(Store store, Clock clock, UnreadableRows unreadable) {
    this.store = store;
    rows.em = store.em();
    rows.unreadable = unreadable;
    servers.rows = rows;
    section.rows = rows;
    section.servers = servers;
    section.settings = TestSettings.standard();
    section.clock = clock;
    apply(RESOURCES);
  }

  /** Applies a section {@code resources}. */
  public void apply(String json) {
    store.run(() -> section.apply(ConfigValue.parse("resources", json)));
  }

  /** The resource servers. */
  public ResourceServers servers() {
    return servers;
  }

  /** Their table. */
  public ResourceServerRows rows() {
    return rows;
  }

  /** Reads all anew, as it happens within two seconds. */
  public void forget() {
    servers.forget();
  }
}
