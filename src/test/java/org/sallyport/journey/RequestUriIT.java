package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.jose.Encrypter;
import org.sallyport.platform.outgoing.Elsewhere;

/** Requests that a client keeps at an address of its own. */
@Spec({"RFC 9101 §5.2", "OpenID Connect Core §6.2"})
class RequestUriIT {
  private final Server server = Server.onH2();
  private final Application ref = RequestHost.client(server);
  private final Elsewhere host = RequestHost.HOST;
  private final Visitor alice = Visitor.alice(server);

  @Test
  void a_request_at_a_registered_address_is_fetched_and_served() {
    var request = ref.asksFor("openid notes.read");
    host.serve(object(request));
    var back = alice.authorizes(referring(RequestHost.address()).with("scope", "openid"));
    Expect.code(back, request);
    Expect.tokens(ref.redeems(request, back));
  }

  @Test
  @Spec("RFC 9101 §6.1")
  void what_is_there_may_be_encrypted_too() {
    var keys = new Browser(server).get(server.url("/oauth2/jwks")).body();
    var request = ref.asksFor("openid notes.read");
    host.serve(Encrypter.to(keys, "ECDH-ES").encrypt(object(request)));
    Expect.code(alice.authorizes(referring(RequestHost.address("encrypted"))), request);
  }

  @Test
  @Security({46, 126})
  void nothing_else_is_fetched_for_anybody() {
    var canary = Elsewhere.serving(object(ref.asksFor("openid")));
    var before = host.connections();
    for (var address :
        new String[] {
          RequestHost.address() + "?x",
          RequestHost.address() + "#x",
          RequestHost.address().replace("/request", "/other"),
          "http://127.0.0.1:" + canary.port() + "/request",
          "http://localhost:" + canary.port() + "/request",
          "file:///etc/passwd"
        }) {
      Expect.refusalPage(alice.opens(referring(address)));
    }
    var spa = Application.spa(server).asksFor("openid");
    Expect.sentBack(
        alice.opens(spa.with("request_uri", RequestHost.address())),
        spa,
        "request_uri_not_supported");
    assertThat(host.connections()).isEqualTo(before);
    assertThat(canary.connections()).isZero();
    canary.close();
  }

  @Test
  @Security({45, 127})
  void what_is_of_no_use_there_is_told_to_the_person() {
    var canary = Elsewhere.serving(object(ref.asksFor("openid")));
    host.serve("no request");
    Expect.refusalPage(alice.opens(referring(RequestHost.address("useless"))));
    host.send("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + canary.port() + "/\r\n\r\n");
    Expect.refusalPage(alice.opens(referring(RequestHost.address("moved"))));
    assertThat(canary.connections()).isZero();
    canary.close();
  }

  @Test
  @Security(50)
  void a_registered_address_cannot_be_pushed_either() {
    var before = host.connections();
    var pushed = ref.posts("/oauth2/par", Map.of("request_uri", RequestHost.address()));
    Expect.json(pushed, 400, "invalid_request");
    assertThat(host.connections()).isEqualTo(before);
  }

  private Authorization referring(String address) {
    var plain = ref.asksFor("openid");
    var parameters = Map.of("client_id", ref.id(), "request_uri", address);
    return new Authorization(ref, plain.verifier(), parameters);
  }

  private String object(Authorization request) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ref.id())
            .audience(server.issuer())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    request.parameters().forEach(claims::claim);
    return Keyholder.sign("oauth-authz-req+jwt", claims.build());
  }
}
