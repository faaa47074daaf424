package org.sallyport.resource.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.TokenForm;

/** How the section {@code resources} becomes resource servers. */
@Spec("RFC 8707 §2")
class ResourcesSectionTest {
  private static final Resource NOTES = new Resource("https://api.test/notes");
  private static final Resource JWT = new Resource("https://api.test/jwt");
  private static final String ONE =
      """
      [{"resource": "https://one.test/", "title": "One", "title#de": "Eins", "scopes":
        [{"scope": "one.read", "title": "Read", "title#de": "Lesen", "description": "Read it.",
          "optional": true, "sensitive": true}]}]
      """;

  private final SettableClock clock = new SettableClock(TestKeys.NOW);

  @StoreTest
  void a_resource_server_says_what_its_tokens_look_like_and_who_may_ask(Store store) {
    var servers = new StoredClients(store, clock).servers();
    store.run(
        () -> {
          assertThat(servers.find(NOTES).orElseThrow().form()).isEqualTo(TokenForm.DEFAULT);
          assertThat(servers.find(NOTES).orElseThrow().introspectors())
              .containsExactly(new ClientId("api"));
          assertThat(servers.find(JWT).orElseThrow().form())
              .isEqualTo(new TokenForm("JWT", SigningAlgorithm.RS256));
          assertThat(servers.find(new Resource("https://api.test/"))).isEmpty();
        });
  }

  @Test
  void what_the_table_has_no_room_for_is_refused_with_entry_and_limit() {
    var registered = new StoredClients(Stores.h2(), clock);
    var scopes =
        IntStream.range(0, 120)
            .mapToObj(
                i ->
                    "{\"scope\": \"s%d\", \"title\": \"T\", \"description\": \"%s\"}"
                        .formatted(i, "x".repeat(900)))
            .collect(joining(","));
    var large = "[{\"resource\": \"https://one.test/\", \"scopes\": [" + scopes + "]}]";
    assertThatThrownBy(() -> registered.applyResources(large))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("resources[0]: takes ")
        .hasMessageContaining("100000 fit");
  }

  @Test
  void a_name_that_is_too_long_is_refused_with_its_place_and_the_limit() {
    var registered = new StoredClients(Stores.h2(), clock);
    var name = "https://one.test/" + "x".repeat(1_000);
    assertThatThrownBy(() -> registered.applyResources("[{\"resource\": \"" + name + "\"}]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("resources[0]: resource must not be longer than 1000 characters")
        .hasMessageNotContaining("xxx");
  }

  @StoreTest
  void a_scope_tells_its_resource_server_and_its_words(Store store) {
    var registered = new StoredClients(store, clock);
    registered.applyResources(ONE);
    var servers = registered.servers();
    store.run(
        () -> {
          assertThat(servers.ofScope("one.read").orElseThrow().title().in(Locale.GERMAN))
              .isEqualTo("Eins");
          var text = servers.text("one.read").orElseThrow();
          assertThat(text.title().in(Locale.GERMAN)).isEqualTo("Lesen");
          assertThat(text.title().in(Locale.ENGLISH)).isEqualTo("Read");
          assertThat(text.optional() && text.sensitive()).isTrue();
          assertThat(servers.ofScope("openid")).isEmpty();
          assertThat(servers.text("openid")).isPresent();
          assertThat(servers.text("unknown")).isEmpty();
        });
  }

  @StoreTest
  void one_that_left_the_file_is_gone_and_the_same_file_changes_nothing(Store store) {
    var registered = new StoredClients(store, clock);
    registered.applyResources(ONE);
    clock.advance(Duration.ofDays(1));
    registered.applyResources(ONE);
    assertThat(store.count("resource_server", "true")).isOne();
    assertThat(store.count("resource_server", "created_at = changed_at")).isOne();
    registered.applyResources(ONE.replace("One", "First"));
    assertThat(store.count("resource_server", "created_at < changed_at")).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://one.test/|one|resources[0]",
        "https://one.test/|https://one.test/#x|fragment",
        "one.read|profile|scope profile, which is taken",
        "\"optional\"|\"optionel\"|did you mean optional",
        "\"description\": \"Read it.\",||has no description",
        "\"title\": \"One\"|\"token_type_header\": \"jwt\"|token_type_header jwt",
        "\"title\": \"One\"|\"signing_alg\": \"none\"|resources[0].signing_alg",
        "\"title\": \"One\"|\"titel\": \"One\"|did you mean title",
        "one.read|one read|resources[0].scopes[0].scope"
      })
  void a_mistake_is_told_with_its_place(String old, String wrong, String told) {
    var registered = new StoredClients(Stores.h2(), clock);
    var section = ONE.replace(old, wrong == null ? "" : wrong);
    assertThatThrownBy(() -> registered.applyResources(section))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("resources[0]")
        .hasMessageContaining(told);
  }

  @Test
  void two_resource_servers_share_neither_name_nor_scope() {
    var registered = new StoredClients(Stores.h2(), clock);
    var twice = ONE.replace("}]}]", "}]}, " + ONE.strip().substring(1));
    assertThatThrownBy(() -> registered.applyResources(twice)).hasMessageContaining("again");
    var shared =
        ONE.replace("}]}]", "}]}, " + ONE.strip().substring(1).replace("one.test", "two.test"));
    assertThatThrownBy(() -> registered.applyResources(shared))
        .hasMessageContaining("scope one.read, which is taken");
  }

  @Test
  void every_standard_scope_has_words_in_every_language() {
    for (var scope : StandardScopes.all()) {
      var english = scope.title().in(Locale.ENGLISH);
      assertThat(scope.description().in(Locale.FRENCH)).isNotEmpty();
      assertThat(scope.title().in(Locale.GERMANY)).isNotEmpty().isNotEqualTo(english);
      assertThat(scope.title().in(new Locale("ar"))).isNotEmpty().isNotEqualTo(english);
    }
  }
}
