package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.sallyport.SettableClock;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** A flood of wishes fills no mailbox: of each kind a few mails an hour go out to one account. */
class MailQuotaTest {
  private static final int MOST = 3;

  private final SettableClock clock = new SettableClock(StoredPeople.NOW);

  @StoreTest
  void of_many_wishes_at_once_only_so_many_mails_go_out(Store store) {
    var quota = StoredPeople.quota(store, clock);
    var taken = Race.of(12, () -> takes(store, quota, "reset mail", "alice"));
    assertThat(taken).filteredOn(t -> t).hasSize(MOST);
    assertThat(takes(store, quota, "reset mail", "alice")).isFalse();
  }

  @StoreTest
  void others_and_other_kinds_are_counted_by_themselves(Store store) {
    var quota = StoredPeople.quota(store, clock);
    for (var i = 0; i < MOST; i++) {
      assertThat(takes(store, quota, "reset mail", "alice")).isTrue();
    }
    assertThat(takes(store, quota, "reset mail", "bob")).isTrue();
    assertThat(takes(store, quota, "another mail", "alice")).isTrue();
  }

  @StoreTest
  void an_hour_later_mails_go_out_again(Store store) {
    var quota = StoredPeople.quota(store, clock);
    for (var i = 0; i < MOST; i++) {
      takes(store, quota, "reset mail", "alice");
    }
    clock.advance(Duration.ofHours(1));
    assertThat(takes(store, quota, "reset mail", "alice")).isTrue();
  }

  private static boolean takes(Store store, MailQuota quota, String kind, String whose) {
    return store.inTransaction(() -> quota.take(kind, whose, MOST));
  }
}
