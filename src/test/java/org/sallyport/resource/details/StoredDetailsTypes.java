package org.sallyport.resource.details;

import java.time.Clock;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.resource.api.StoredResources;

/** The types of authorization details of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredDetailsTypes {
  private final Store store;
  private final AuthorizationDetailsTypeRows rows = new AuthorizationDetailsTypeRows();
  private final AuthorizationDetailsTypesSection section = new AuthorizationDetailsTypesSection();
  private final AuthorizationDetailsTypes types = new AuthorizationDetailsTypes();

  /** Two types, for these resource servers. */
  public StoredDetailsTypes(
      Store store, Clock clock, UnreadableRows unreadable, StoredResources resources) {
    this.store = store;
    rows.em = store.em();
    rows.unreadable = unreadable;
    types.rows = rows;
    types.servers = resources.servers();
    section.rows = rows;
    section.types = types;
    section.resources = resources.rows();
    section.settings = TestSettings.standard();
    section.clock = clock;
    apply(TestDetails.TYPES);
  }

  /** Applies a section {@code authorization_details_types}. */
  public void apply(String json) {
    store.run(() -> section.apply(ConfigValue.parse("authorization_details_types", json)));
  }

  /** The types. */
  public AuthorizationDetailsTypes types() {
    return types;
  }

  /** Their table. */
  public AuthorizationDetailsTypeRows rows() {
    return rows;
  }

  /** Reads all anew, as it happens within two seconds. */
  public void forget() {
    types.forget();
  }
}
