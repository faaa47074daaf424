package org.sallyport.client.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.protocol.request.Parameters;

/** Whatever a secret has in it, it is read in both ways in which clients send it. */
@Spec("RFC 6749 §2.3.1, Appendix B")
class ClientSecretBasicTest {
  private static final int MANY = 2_000;

  /** A client's id and secret, and how it writes each. */
  record Case(String id, String secret, UnaryOperator<String> written) {}

  static Stream<Case> every_character_in_every_encoding() {
    return characters()
        .flatMap(c -> encodings().map(e -> new Case("app" + idPart(c), "0123456789abcdef" + c, e)));
  }

  @ParameterizedTest
  @MethodSource
  @Security(61)
  void every_character_in_every_encoding(Case one) {
    assertThat(isProved(one, one.secret())).isTrue();
    assertThat(isProved(one, one.secret() + "x")).isFalse();
  }

  @Test
  @Security(61)
  void any_secret_in_any_encoding() {
    var random = new Random(12);
    for (var i = 0; i < MANY; i++) {
      var secret = random.ints(32, 0x20, 0x7f).mapToObj(Character::toString).toList();
      encodings()
          .map(e -> new Case("app", String.join("", secret), e))
          .forEach(one -> assertThat(isProved(one, one.secret())).as(one.secret()).isTrue());
    }
  }

  private static Stream<String> characters() {
    var single = Stream.iterate(0x20, c -> c < 0x7f, c -> c + 1).map(Character::toString);
    return Stream.concat(single, Stream.of("%41", "%2B", "%25", "%", "%%", "%zz", "+%2B+", "a%2"));
  }

  // RFC 7617 §2: an id that is not encoded has no colon.
  private static String idPart(String text) {
    return text.replace(":", "");
  }

  private static Stream<UnaryOperator<String>> encodings() {
    return Stream.of(
        text -> text,
        text -> URLEncoder.encode(text, UTF_8),
        text -> URLEncoder.encode(text, UTF_8).replace("+", "%20"));
  }

  private static boolean isProved(Case one, String sent) {
    var pair = one.written().apply(one.id()) + ":" + one.written().apply(sent);
    var header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    var request =
        new ClientRequest(
            Parameters.of(Map.of()), Optional.of(header), Optional.empty(), "192.0.2.1");
    var proof = new ClientSecretBasic().proof(request).orElseThrow();
    var client = StoredClients.client(entry(one));
    return proof.readings().contains(client.id()) && proof.proves().test(client);
  }

  private static ConfigValue entry(Case one) {
    return ConfigValue.parse(
        "test",
        Json.createObjectBuilder()
            .add("client_id", one.id())
            .add("client_name", "App")
            .add("client_secret", one.secret())
            .add("redirect_uris", Json.createArrayBuilder().add("https://a.test/cb"))
            .build()
            .toString());
  }
}
