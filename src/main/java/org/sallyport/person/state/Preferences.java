package org.sallyport.person.state;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which language a person is written to, and in which time zone they are told times. */
@Embeddable
public class Preferences {
  // The names that people know; the others are offsets, or old names of the same places.
  private static final Set<String> CONTINENTS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private @Nullable String language;

  @Column(name = "language_chosen")
  private boolean languageChosen;

  @Column(name = "time_zone")
  private @Nullable String timeZone;

  /** The names of all time zones to choose from (IANA Time Zone Database), sorted. */
  public static Set<String> timeZones() {
    var names =
        ZoneId.getAvailableZoneIds().stream()
            .filter(name -> CONTINENTS.contains(name.split("/", 2)[0]))
            .collect(Collectors.toCollection(TreeSet::new));
    names.add("UTC");
    return names;
  }

  /** The time zone of this name, if there is one. */
  public static Optional<ZoneId> timeZone(String name) {
    // Many requests ask this, and ZoneId would copy all names each time.
    return Optional.of(name)
        .filter(ZoneRulesProvider.getAvailableZoneIds()::contains)
        .map(ZoneId::of);
  }

  /** The language of the person's choice, else the one of the page of their last sign-in. */
  public Optional<Locale> language() {
    return Optional.ofNullable(language).map(Locale::forLanguageTag);
  }

  /** The language of the person's choice. */
  public Optional<Locale> chosenLanguage() {
    return language().filter(l -> languageChosen);
  }

  /** The time zone of the person's choice. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(timeZone).flatMap(Preferences::timeZone);
  }

  public void choose(Locale spoken, ZoneId zone) {
    language = spoken.toLanguageTag();
    languageChosen = true;
    timeZone = zone.getId();
  }

  /** What the person chose, as claims (OpenID Connect Core §5.1). */
  public Map<String, Object> claims() {
    var claims = new LinkedHashMap<String, Object>();
    chosenLanguage().ifPresent(l -> claims.put("locale", l.toLanguageTag()));
    zone().ifPresent(z -> claims.put("zoneinfo", z.getId()));
    return claims;
  }
}
