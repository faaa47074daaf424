package org.sallyport.person;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.person.profile.Claims;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.person.profile.Username;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Subject;

@Spec("OpenID Connect Core §5.4")
class ClaimsTest {
  private static final Scopes PROFILE = Scopes.of("profile");
  private static final Claims HANAKO =
      new Claims(
          Map.of(
              "name", "Hanako Yamada",
              "name#ja-Kana-JP", "ヤマダ ハナコ",
              "name#de", "Yamada-san",
              "family_name", "Yamada",
              "family_name#ja", "山田",
              "zoneinfo", "Asia/Tokyo",
              "email", "hanako@example.com"));
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void a_scope_asks_for_its_claims_and_no_others() {
    var claims = alice(Map.of("name", "Alice", "email", "a@b.c", "phone_number", "+49 1"));
    assertThat(claims.forScopes(Scopes.of("openid"))).isEmpty();
    assertThat(claims.forScopes(Scopes.of("email"))).isEqualTo(Map.of("email", "a@b.c"));
    assertThat(claims.forScopes(Scopes.of("phone", "x")))
        .isEqualTo(Map.of("phone_number", "+49 1"));
    assertThat(claims.forScopes(Scopes.of("profile")))
        .isEqualTo(
            Map.of(
                "name",
                "Alice",
                "preferred_username",
                "Alice",
                "updated_at",
                NOW.getEpochSecond()));
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void in_the_one_language_that_is_wanted_claims_are_told_under_their_own_names() {
    assertThat(HANAKO.told(PROFILE, Claims.languages("ja-Kana-JP")))
        .isEqualTo(Map.of("name", "ヤマダ ハナコ", "family_name", "山田", "zoneinfo", "Asia/Tokyo"));
    assertThat(HANAKO.told(PROFILE, Claims.languages("JA-HANI")))
        .containsEntry("family_name", "山田");
    assertThat(HANAKO.told(PROFILE, Claims.languages("fr"))).isEqualTo(HANAKO.forScopes(PROFILE));
    assertThat(HANAKO.told(Scopes.NONE, Claims.languages("ja"))).isEmpty();
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void of_several_languages_each_is_told_with_its_tag_beside_the_usual_one() {
    var named = new HashSet<>(Claims.languages("fr ja-Kana-JP de"));
    named.add("name");
    assertThat(HANAKO.told(Scopes.NONE, named))
        .isEqualTo(
            Map.of("name", "Hanako Yamada", "name#ja-Kana-JP", "ヤマダ ハナコ", "name#de", "Yamada-san"));
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void ten_languages_are_wanted_at_most_and_what_is_no_tag_is_passed_over() {
    assertThat(Claims.languages("")).isEmpty();
    assertThat(Claims.languages("de <b> x_y " + "a".repeat(9) + " DE de")).hasSize(1);
    var many = IntStream.range(0, 5_000).mapToObj(n -> "aa-" + n).collect(joining(" "));
    assertThat(Claims.languages(many)).hasSize(10);
  }

  @Test
  void groups_come_in_their_order_and_even_where_there_are_none() {
    assertThat(alice(Map.of()).forScopes(Scopes.of("groups")))
        .isEqualTo(Map.of("groups", List.of("staff", "admins")));
    assertThat(person(Map.of(), List.of()).claims().forScopes(Scopes.of("groups")))
        .isEqualTo(Map.of("groups", List.of()));
  }

  @Test
  void a_preferred_username_of_their_own_is_theirs() {
    assertThat(alice(Map.of("preferred_username", "ally")).text("preferred_username"))
        .contains("ally");
  }

  @Test
  void who_has_no_full_name_is_greeted_by_the_username() {
    assertThat(person(Map.of(), List.of()).displayName()).isEqualTo("Alice");
    assertThat(person(Map.of("name", "Alice Archer"), List.of()).displayName())
        .isEqualTo("Alice Archer");
  }

  private static Claims alice(Map<String, Object> claims) {
    return person(claims, List.of("staff", "admins")).claims();
  }

  private static Person person(Map<String, Object> claims, List<String> groups) {
    var name = new Username("alice");
    var profile =
        new PersonDetails(
            name,
            "Alice",
            claims,
            new LinkedHashSet<>(groups),
            true,
            Optional.empty(),
            Optional.empty());
    return new Person(new Subject("a1"), profile, NOW);
  }
}
