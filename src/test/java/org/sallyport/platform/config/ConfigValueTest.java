package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;
import static org.sallyport.protocol.OAuthError.INVALID_REDIRECT_URI;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.address.ApplicationType;
import org.sallyport.protocol.address.RedirectUri;

class ConfigValueTest {
  private static ConfigValue node(String json) {
    return new ConfigValue("clients[2]", Json.createReader(new StringReader(json)).readValue());
  }

  @Test
  void what_has_the_right_type_is_read() {
    var node =
        node(
            "{'a':'x','b':['y','z'],'c':true,'d':7,'e':'PT5M','f':{},'g':null}".replace('\'', '"'));
    assertThat(node.requiredText("a")).isEqualTo("x");
    assertThat(node.texts("b")).containsExactly("y", "z");
    assertThat(node.bool("c")).contains(true);
    assertThat(node.number("d")).contains(7L);
    assertThat(node.duration("e")).contains(Duration.ofMinutes(5));
    assertThat(node.child("f")).isPresent();
    assertThat(node.text("g")).isEmpty();
    assertThat(node.texts("h")).isEmpty();
    assertThatCode(node::done).doesNotThrowAnyException();
  }

  @Test
  void an_unknown_key_is_refused_with_the_name_that_was_meant() {
    var node = node("{\"client_nam\":\"x\"}");
    node.text("client_name");
    node.text("scope");
    refused(node::done, "clients[2]: unknown key client_nam; did you mean client_name?");
  }

  @Test
  void a_key_that_is_like_no_other_is_refused_with_all_that_are_known() {
    var node = node("{\"colour\":\"x\"}");
    node.text("scope");
    node.text("client_name");
    refused(node::done, "clients[2]: unknown key colour; known are client_name, scope");
  }

  @Test
  void a_value_of_another_type_is_refused_with_its_place() {
    var node = node("{'a':1,'b':['y',2],'c':'true','d':1.5,'e':'5 min','f':''}".replace('\'', '"'));
    refused(
        () -> node.text("a"),
        "clients[2].a: must be a string that is not empty; write it as \"…\"");
    refused(
        () -> node.texts("b"),
        "clients[2].b[1]: must be a string that is not empty; write it as \"…\"");
    refused(() -> node.texts("a"), "clients[2].a: must be an array; write it as [ … ]");
    refused(() -> node.bool("c"), "clients[2].c: must be true or false; write it without quotes");
    refused(
        () -> node.number("d"),
        "clients[2].d: must be a whole number; write it without quotes and fraction");
    refused(
        () -> node.duration("e"),
        "clients[2].e: '5 min' is not a duration; write it like PT30S, PT5M, PT12H or P30D");
    refused(
        () -> node.text("f"),
        "clients[2].f: must be a string that is not empty; write it as \"…\"");
    refused(() -> node("[]").text("a"), "clients[2]: must be an object; write it as { … }");
  }

  @Test
  void a_number_too_big_is_refused() {
    assertThatThrownBy(() -> node("{\"d\":1e30}").number("d"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void a_key_that_must_be_there_is_asked_for() {
    refused(() -> node("{}").requiredText("a"), "clients[2]: has no a; add \"a\": \"…\"");
  }

  @Test
  void a_key_that_must_be_there_and_is_misspelt_is_told_by_what_is_written() {
    var node = node("{\"client_id\":\"a\",\"client_uri\":\"b\",\"clientname\":\"c\"}");
    refused(
        () -> node.requiredText("client_name"),
        "clients[2]: unknown key clientname; did you mean client_name?");
  }

  @Test
  void a_key_that_only_resembles_the_missing_one_is_not_taken_for_it() {
    refused(
        () -> node("{\"client_uri\":\"b\"}").requiredText("client_id"),
        "clients[2]: has no client_id; add \"client_id\": \"…\"");
  }

  @Test
  void a_complaint_is_one_line_whatever_is_quoted() {
    refused(
        () -> node("{\"e\":\"a\\nb\"}").duration("e"),
        "clients[2].e: 'a b' is not a duration; write it like PT30S, PT5M, PT12H or P30D");
  }

  private static void refused(ThrowingCallable read, String line) {
    assertThatThrownBy(read).isInstanceOf(ConfigurationException.class).hasMessage(line);
  }

  @Test
  @Spec("RFC 7591 §3.2.2")
  void what_is_wrong_with_a_request_is_told_in_the_terms_of_the_specification() {
    var json = "{'a':1,'b':['x'],'c':'5 min','d':'new','e':{'f':'x'}}".replace('\'', '"');
    var request = Json.createReader(new StringReader(json)).readObject();
    refusedAs(
        INVALID_CLIENT_METADATA,
        () -> ConfigValueReader.submitted(request, r -> r.text("a")),
        "a: must be a string that is not empty; write it as '?'");
    refusedAs(
        INVALID_CLIENT_METADATA,
        () -> ConfigValueReader.submitted(request, r -> r.duration("c")),
        "c: '5 min' is not a duration; write it like PT30S, PT5M, PT12H or P30D");
    refusedAs(
        INVALID_CLIENT_METADATA,
        () -> ConfigValueReader.submitted(request, r -> r.requiredText("client_name")),
        "has no client_name; add 'client_name': '?'");
    refusedAs(
        INVALID_REDIRECT_URI,
        () -> ConfigValueReader.submitted(request, ConfigValueTest::redirectUris),
        "b[0]: a redirect URI must be");
    refusedAs(
        INVALID_REDIRECT_URI,
        () ->
            ConfigValueReader.submitted(
                request, r -> ConfigValueReader.checked(r, ConfigValueTest::redirectUris)),
        "b[0]: a redirect URI must be");
  }

  @Test
  @Spec("RFC 7591 §2")
  void a_key_of_a_request_that_is_unknown_here_means_nothing() {
    var json = Json.createObjectBuilder().add("software_id", "x").build();
    assertThatCode(
            () ->
                ConfigValueReader.submitted(
                    json,
                    r -> {
                      r.done();
                      return r;
                    }))
        .doesNotThrowAnyException();
  }

  private static List<RedirectUri> redirectUris(ConfigValue request) {
    return ConfigValueReader.all(request, "b", u -> new RedirectUri(u, ApplicationType.WEB));
  }

  private static void refusedAs(OAuthError error, ThrowingCallable reading, String reason) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.reason()).startsWith(reason);
            });
  }
}
