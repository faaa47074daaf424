package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.DocumentedKeys;

/** docs/configuration.md lists what the code reads of people. */
class DocumentedPeopleTest {
  private static final DocumentedKeys PEOPLE =
      DocumentedKeys.of("Person", "{\"username\": \"alice\"}", PeopleEntry::read);

  @Test
  void the_table_lists_the_keys_that_the_code_reads() {
    PEOPLE.areTheKeysOfTheCode();
  }

  @Test
  void the_limits_in_the_table_are_those_of_the_code() {
    PEOPLE.haveTheLimitsOfTheCode();
  }

  @Test
  void a_password_has_as_many_bytes_as_the_table_says() {
    assertThat(PEOPLE.row("password").limits()).isEqualTo("up to 4096 bytes");
    assertThat(PeopleEntry.read(entry("\"password\": \"" + "é".repeat(2_048) + "\"")).password())
        .isPresent();
    refused("\"password\": \"" + "é".repeat(2_049) + "\"", "4096");
  }

  @Test
  void groups_and_claims_are_as_many_as_the_page_says() {
    assertThat(PEOPLE.row("groups").limits()).contains("up to 10000 of");
    var groups =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(n -> "\"" + n + "\"")
            .collect(Collectors.joining(", "));
    refused("\"groups\": [" + groups + "]", "10000");
    assertThat(DocumentedKeys.section("Person")).contains("at most 100000 characters as JSON");
    refused("\"name\": \"" + "x".repeat(100_001) + "\"", "100000");
  }

  @Test
  void the_person_that_the_page_shows_is_one_that_the_server_takes() {
    var shown =
        Pattern.compile("(?ms)^```json$(.*?)^```$").matcher(DocumentedKeys.section("Person"));
    assertThat(shown.find()).isTrue();
    assertThat(PeopleEntry.read(ConfigValue.parse("entry", shown.group(1))).password()).isPresent();
  }

  private static ConfigValue entry(String more) {
    return ConfigValue.parse("entry", "{\"username\": \"alice\", " + more + "}");
  }

  private static void refused(String more, String says) {
    assertThatThrownBy(() -> PeopleEntry.read(entry(more)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(says);
  }
}
