package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.state.Preferences;
import org.sallyport.platform.page.Languages;

/** The page on which a person chooses language and time zone. */
@Named
@RequestScoped
public class PreferencesPage {
  @Inject AccountContext account;
  @Inject AccountPreferences preferences;
  @Inject Languages languages;

  private String caseLine = "";

  // Made once, however often the page asks.
  private @Nullable List<PreferenceChoice> timeZones;

  /**
   * One of the values to choose from.
   *
   * @param text what people read
   * @param tag the language of that text (RFC 5646)
   * @param selected whether it is the one of now
   */
  public record PreferenceChoice(String value, String text, String tag, boolean selected) {}

  /** The languages, each in its own words. */
  public List<PreferenceChoice> getLanguages() {
    var now = account.person().preferences().chosenLanguage();
    var selected = now.filter(languages.all()::contains).orElse(account.texts().locale());
    return languages.all().stream().map(one -> choice(one, selected)).toList();
  }

  /** The time zones, by their names. */
  public List<PreferenceChoice> getTimeZones() {
    if (timeZones == null) {
      timeZones = timeZones(account.zone().getId());
    }
    return timeZones;
  }

  // With the one of now, which a file may have under an old name.
  private static List<PreferenceChoice> timeZones(String selected) {
    var names = Preferences.timeZones();
    names.add(selected);
    return names.stream()
        .map(
            name -> new PreferenceChoice(name, name.replace('_', ' '), "en", name.equals(selected)))
        .toList();
  }

  /** Before the page is shown: keeps what its form sends. */
  public void open() {
    var language = account.sent("language");
    var zone = account.sent("time-zone");
    if (language.isEmpty() && zone.isEmpty()) {
      account.open();
    } else if (account.takesForm()) {
      save(
          language.flatMap(this::spoken),
          zone.filter(this::isListed).flatMap(Preferences::timeZone));
    }
  }

  private void save(Optional<Locale> language, Optional<ZoneId> zone) {
    if (language.isEmpty() || zone.isEmpty()) {
      caseLine = account.refuse(400, "the language or the time zone is in no list");
      return;
    }
    preferences.choose(account.person().subject(), language.get(), zone.get());
    languages.remember(account.response(), language.get().toLanguageTag());
    account.done("preferences");
  }

  /** Under which number the log has it that what was sent is in no list; empty if it is. */
  public String getCaseLine() {
    return caseLine;
  }

  private boolean isListed(String zone) {
    return getTimeZones().stream().anyMatch(choice -> choice.value().equals(zone));
  }

  private Optional<Locale> spoken(String tag) {
    return languages.all().stream().filter(one -> one.toLanguageTag().equals(tag)).findFirst();
  }

  private static PreferenceChoice choice(Locale one, Locale selected) {
    var tag = one.toLanguageTag();
    return new PreferenceChoice(tag, one.getDisplayLanguage(one), tag, one.equals(selected));
  }
}
