package org.sallyport.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** Nothing of a person is forgotten when their account is deleted. */
class AccountDeletionTest {
  /** What is deleted at once. */
  private static final List<String> DELETED =
      List.of("person", "credential", "consent", "group_member", "mail_link");

  /** What has ended, and is swept with its time; the audit names people by their subject alone. */
  private static final List<String> ENDED =
      List.of("browser_session", "access_grant", "declined_in_session", "audit_event");

  @StoreTest
  void each_table_that_knows_a_person_is_deleted_from_or_swept(Store store) {
    var query =
        "select distinct lower(table_name) from information_schema.columns"
            + " where lower(column_name) = 'subject' and lower(table_schema) = 'public'";
    List<?> tables = store.inTransaction(() -> store.em().createNativeQuery(query).getResultList());
    assertThat(tables)
        .map(Object::toString)
        .filteredOn(name -> !name.startsWith("audit_event_"))
        .isNotEmpty()
        .allMatch(name -> DELETED.contains(name) || ENDED.contains(name));
  }
}
