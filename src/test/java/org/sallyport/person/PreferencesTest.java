package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sallyport.person.state.Preferences;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

class PreferencesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Clock CLOCK = Clock.fixed(StoredPeople.NOW, ZoneOffset.UTC);

  @StoreTest
  void the_language_of_the_last_sign_in_holds_until_one_is_chosen(Store store) {
    join(store);
    signsIn(store, Locale.GERMAN);
    assertThat(alice(store).preferences().language()).contains(Locale.GERMAN);
    assertThat(alice(store).preferences().chosenLanguage()).isEmpty();
    assertThat(alice(store).claims().text("locale")).contains("en-GB");
    chooses(store, Locale.forLanguageTag("ar"), ZoneId.of("Asia/Amman"));
    signsIn(store, Locale.GERMAN);
    assertThat(alice(store).preferences().language()).contains(Locale.forLanguageTag("ar"));
    assertThat(alice(store).account().lastSignedInOn()).contains(DAY);
  }

  @StoreTest
  void what_was_chosen_is_told_to_applications_instead_of_what_the_file_says(Store store) {
    join(store);
    assertThat(alice(store).claims().text("zoneinfo")).contains("Europe/London");
    chooses(store, Locale.GERMAN, ZoneId.of("Europe/Zurich"));
    assertThat(alice(store).claims().text("zoneinfo")).contains("Europe/Zurich");
    assertThat(alice(store).claims().text("locale")).contains("de");
    join(store);
    assertThat(alice(store).claims().text("locale")).contains("de");
  }

  @Test
  void time_zones_are_places() {
    assertThat(Preferences.timeZones())
        .contains("UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires")
        .doesNotContain("Etc/GMT+5", "SystemV/PST8", "EST", "Z")
        .allMatch(name -> name.length() <= 64 && Preferences.timeZone(name).isPresent());
    assertThat(Preferences.timeZone("Europe/Atlantis")).isEmpty();
  }

  private static void join(Store store) {
    var entry =
        "[{\"username\": \"alice\", \"locale\": \"en-GB\", \"zoneinfo\": \"Europe/London\"}]";
    StoredPeople.apply(store, CLOCK, entry);
  }

  private static void signsIn(Store store, Locale language) {
    store.run(() -> StoredPeople.of(store).keepSignIn(alice(store), DAY, language));
  }

  private static void chooses(Store store, Locale language, ZoneId zone) {
    store.run(
        () ->
            StoredPeople.of(store)
                .byUsername("alice")
                .orElseThrow()
                .prefer(language, zone, StoredPeople.NOW));
  }

  private static Person alice(Store store) {
    return store.inTransaction(() -> StoredPeople.of(store).byUsername("alice").orElseThrow());
  }
}
