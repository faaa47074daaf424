package org.sallyport.journey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;
import org.sallyport.platform.jose.MalformedJose;
import org.sallyport.platform.mtls.TestCertificates;

/** What strangers write wrongly, at every door that reads it: no fault. */
class MalformedInputIT {
  // The places that read JWTs of strangers.
  private static final Map<String, Function<Delivery, Answer>> DOORS =
      Map.ofEntries(
          entry("assertion at token", d -> d.asserts("/oauth2/token")),
          entry("assertion at par", d -> d.asserts("/oauth2/par")),
          entry("assertion at introspection", d -> d.asserts("/oauth2/introspect")),
          entry("assertion at revocation", d -> d.asserts("/oauth2/revoke")),
          entry("request at authorize", d -> d.authorizes("sig", "request")),
          entry("encrypted request at authorize", d -> d.authorizes("sealed", "request")),
          entry("hint at authorize", d -> d.authorizes("spa", "id_token_hint")),
          entry(
              "hint at logout",
              d -> d.gets("/oauth2/logout?id_token_hint=" + Http.encode(d.jwt()))),
          entry(
              "request at par", d -> d.of("sig").posts("/oauth2/par", Map.of("request", d.jwt()))),
          entry("proof at token", d -> d.proves("/oauth2/token")),
          entry("proof at par", d -> d.proves("/oauth2/par")),
          entry("proof at userinfo", d -> d.proves("/oauth2/userinfo")),
          entry("token at userinfo", d -> d.shows("Bearer")),
          entry("bound token at userinfo", d -> d.shows("DPoP")),
          entry("token at introspection", d -> Application.house(d.server()).introspects(d.jwt())),
          entry("token at revocation", d -> Application.house(d.server()).revokes(d.jwt())),
          entry("refresh token", d -> Application.house(d.server()).refreshes(d.jwt())),
          entry("certificate", d -> d.certifies()));

  private final Server server = Server.onH2();

  /** A text on its way to a door. */
  record Delivery(Server server, String jwt) {
    Application of(String id) {
      return new Application(server, id, id + "-secret-" + id + "-secret-" + id + "-secret", "");
    }

    Answer asserts(String path) {
      var form = new LinkedHashMap<String, String>();
      form.put("grant_type", "client_credentials");
      form.put("token", "x");
      form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      form.put("client_assertion", jwt);
      return post(path, form, Map.of());
    }

    Answer authorizes(String client, String parameter) {
      var redirect = Http.encode("https://" + client + ".test/cb");
      return gets(
          "/oauth2/authorize?response_type=code&scope=openid&prompt=none&client_id="
              + (client + "&redirect_uri=" + redirect + "&" + parameter + "=")
              + Http.encode(jwt));
    }

    Answer proves(String path) {
      var form = Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "spa");
      return post(path, form, Map.of("DPoP", jwt, "Authorization", "DPoP x"));
    }

    Answer shows(String scheme) {
      return post("/oauth2/userinfo", Map.of(), Map.of("Authorization", scheme + " " + jwt));
    }

    Answer certifies() {
      var form = Map.of("grant_type", "client_credentials", "client_id", "payments");
      return post("/oauth2/token", form, Map.of(TestCertificates.HEADER, ":" + jwt + ":"));
    }

    Answer gets(String path) {
      var url = server.url(path);
      return Http.send(url, server.request(url).GET().build());
    }

    private Answer post(String path, Map<String, String> form, Map<String, String> headers) {
      var request = Application.spa(server).formPost(path, Http.form(form));
      headers.forEach(request::setHeader);
      return Http.send(server.url(path), request.build());
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  @Security(38)
  void a_malformed_jwt_is_a_fault_at_no_door(String door) {
    Stream.concat(MalformedJose.signed(), MalformedJose.encrypted())
        .map(
            jwt ->
                Optional.ofNullable(DOORS.get(door)).orElseThrow().apply(new Delivery(server, jwt)))
        .forEach(answer -> assertThat(answer.status()).as(answer.toString()).isLessThan(500));
  }

  static Stream<String> doors() {
    return DOORS.keySet().stream().sorted();
  }
}
