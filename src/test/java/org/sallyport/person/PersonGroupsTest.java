package org.sallyport.person;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** Groups are rows; the names in the row of the person are those that fit. */
class PersonGroupsTest {
  private static final Clock CLOCK = Clock.fixed(StoredPeople.NOW, ZoneOffset.UTC);

  @StoreTest
  void a_group_is_one_row_however_many_are_in_it(Store store) {
    apply(store, entry("alice", "staff", "admins"), entry("bob", "staff"));
    assertThat(members(store, "staff")).containsExactly("alice", "bob");
    assertThat(members(store, "admins")).containsExactly("alice");
    assertThat(store.count("person_group", "name = 'staff'")).isEqualTo(1);
  }

  @StoreTest
  void the_rows_follow_the_entry(Store store) {
    apply(store, entry("alice", "staff", "admins"));
    apply(store, entry("alice", "admins", "pilots"));
    assertThat(members(store, "staff")).isEmpty();
    assertThat(members(store, "pilots")).containsExactly("alice");
    assertThat(groups(store, "alice")).containsExactly("admins", "pilots");
    apply(store, entry("alice"));
    assertThat(store.count("group_member", "1 = 1")).isZero();
    assertThat(groups(store, "alice")).isEmpty();
  }

  @StoreTest
  void more_groups_than_fit_into_the_column_are_all_told(Store store) {
    var many =
        IntStream.range(0, 2_000).mapToObj("a group of the directory no. %04d"::formatted).toList();
    apply(store, entry("alice", many.toArray(String[]::new)));
    assertThat(groups(store, "alice")).containsExactlyElementsOf(many);
    assertThat(store.count("person", "user_groups = ''")).isEqualTo(1);
    apply(store, entry("alice", "staff"));
    assertThat(groups(store, "alice")).containsExactly("staff");
  }

  @StoreTest
  void what_a_node_of_an_earlier_version_writes_counts_and_gets_its_rows(Store store) {
    apply(store, entry("alice", "staff"));
    store.sql("update person set user_groups = 'pilots', applied_digest = 'of that node'");
    assertThat(groups(store, "alice")).containsExactly("pilots");
    store.sql("update person set user_groups = '', applied_digest = 'of that node'");
    assertThat(groups(store, "alice")).isEmpty();
  }

  @StoreTest
  void people_from_before_there_were_rows_get_theirs(Store store) {
    apply(store, entry("alice", "staff"));
    store.sql("delete from group_member");
    store.sql("update person set grouped_by = null, group_count = 0");
    assertThat(groups(store, "alice")).containsExactly("staff");
    apply(store, entry("alice", "staff"));
    assertThat(members(store, "staff")).containsExactly("alice");
  }

  private static String entry(String username, String... groups) {
    var names = List.of(groups).stream().map("\"%s\""::formatted).collect(joining(", "));
    return "{\"username\": \"%1$s\", \"sub\": \"%1$s\", \"groups\": [%2$s]}"
        .formatted(username, names);
  }

  private static void apply(Store store, String... entries) {
    StoredPeople.apply(store, CLOCK, "[" + String.join(", ", entries) + "]");
  }

  private static Set<String> groups(Store store, String username) {
    return store.inTransaction(
        () -> {
          var people = StoredPeople.of(store);
          var person = people.byUsername(username).orElseThrow();
          var told = people.tokenSubject(person.subject()).orElseThrow();
          assertThat(told.claims()).isEqualTo(person.claims());
          assertThat(told.groups()).isEqualTo(person.groups());
          return told.groups();
        });
  }

  private static List<String> members(Store store, String group) {
    var query =
        "select m.subject from group_member m join person_group g on g.id = m.group_id"
            + " where g.name = '%s' order by m.subject".formatted(group);
    List<?> found = store.inTransaction(() -> store.em().createNativeQuery(query).getResultList());
    return found.stream().map(Object::toString).toList();
  }
}
