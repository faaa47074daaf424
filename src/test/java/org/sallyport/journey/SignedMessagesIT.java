package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.jose.Encrypter;
import org.sallyport.platform.jose.Recipient;

/** Requests and answers that nobody on their way can change. */
@Spec({"RFC 9101", "JARM"})
class SignedMessagesIT {
  private final Server server = Server.onH2();
  private final Application sig =
      new Application(server, "sig", "sig-secret-sig-secret-sig-secret", "https://sig.test/cb");
  private final Visitor alice = Visitor.alice(server);

  @Test
  void a_signed_request_gets_a_signed_answer() throws Exception {
    var request = sig.asksFor("openid notes.read").with("response_mode", "jwt");
    var back = alice.authorizes(signed(request));
    assertThat(back.returned()).containsOnlyKeys("response");
    var said = verified(back.returned());
    assertThat(said.getIssuer()).isEqualTo(server.issuer());
    assertThat(said.getAudience()).containsExactly("sig");
    assertThat(said.getExpirationTime().toInstant())
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(10)));
    assertThat(said.getClaim("state")).isEqualTo(request.get("state"));
    Expect.tokens(sig.redeems(request, String.valueOf(said.getClaim("code"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"query.jwt", "fragment.jwt"})
  void a_refusal_is_signed_too(String mode) throws Exception {
    var request = sig.asksFor("openid").with("response_mode", mode).with("prompt", "none");
    var back = URI.create(Visitor.alice(server).opens(signed(request)).location());
    var encoded = mode.startsWith("q") ? back.getRawQuery() : back.getRawFragment();
    assertThat(mode.startsWith("q") ? back.getRawFragment() : back.getRawQuery()).isNull();
    var parameters = Answer.parameters(encoded);
    assertThat(parameters).containsOnlyKeys("response");
    var said = verified(parameters);
    assertThat(said.getClaim("error")).isEqualTo("login_required");
    assertThat(said.getClaim("state")).isEqualTo(request.get("state"));
  }

  @Test
  void a_signed_answer_may_be_posted() throws Exception {
    var request = sig.asksFor("openid").with("response_mode", "form_post.jwt");
    var page = alice.authorizes(signed(request)).page();
    var form = page.select("form#answer");
    assertThat(form.attr("action")).isEqualTo("https://sig.test/cb");
    var fields = form.select("input[name]");
    assertThat(fields.eachAttr("name")).containsExactly("response");
    assertThat(verified(Map.of("response", fields.val())).getClaim("code")).isNotNull();
  }

  @Test
  @Security(45)
  void a_client_that_signs_its_requests_is_refused_an_unsigned_one() {
    var request = sig.asksFor("openid");
    Expect.sentBack(alice.opens(request), request, "invalid_request");
    var pushed = sig.posts("/oauth2/par", request.parameters());
    Expect.json(pushed, 400, "invalid_request");
  }

  @Test
  @Security(45)
  void what_stands_beside_the_request_object_does_not_count() {
    var request = sig.asksFor("openid notes.read");
    var mixed = signed(request).with("scope", "openid").with("redirect_uri", "https://evil.test/");
    Expect.code(alice.authorizes(mixed), request);
  }

  @Test
  @Security(45)
  void a_request_object_that_proves_nothing_is_told_to_the_person() {
    var request = sig.asksFor("openid");
    Expect.refusalPage(alice.opens(signed(request, c -> c.audience("https://other.test"))));
    Expect.refusalPage(alice.opens(signed(request, c -> c.issuer(null))));
    Expect.refusalPage(alice.opens(signed(request, c -> c.claim("client_id", "web"))));
    Expect.refusalPage(
        alice.opens(signed(request, c -> c.expirationTime(Date.from(Instant.EPOCH)))));
    Expect.refusalPage(alice.opens(holding("eyJhbGciOiJub25lIn0.e30.")));
    Expect.refusalPage(alice.opens(holding(Keyholder.of(server).assertion())));
  }

  @Test
  @Security(45)
  @Spec("RFC 9101 §4")
  void a_member_of_the_wrong_type_is_refused_and_not_dropped() {
    var request = sig.asksFor("openid");
    for (var name : List.of("scope", "prompt", "max_age")) {
      var odd = signed(request, c -> c.claim(name, List.of("login")));
      Expect.refusalPage(alice.opens(odd));
      var pushed = sig.posts("/oauth2/par", Map.of("request", odd.get("request")));
      Expect.json(pushed, 400, "invalid_request_object");
    }
  }

  @Test
  void a_signed_request_may_be_pushed() {
    var request = sig.asksFor("openid notes.read");
    var pushed = sig.posts("/oauth2/par", Map.of("request", signed(request).get("request")));
    assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    var reference = Map.of("client_id", "sig", "request_uri", pushed.text("request_uri"));
    var back = alice.authorizes(new Authorization(sig, request.verifier(), reference));
    Expect.code(back, request);
    var bad = sig.posts("/oauth2/par", Map.of("request", "x"));
    Expect.json(bad, 400, "invalid_request_object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECDH-ES", "RSA-OAEP-256"})
  @Spec("RFC 9101 §6.1")
  void a_signed_request_may_be_encrypted(String algorithm) {
    var encrypter = encrypter(algorithm);
    var request = sig.asksFor("openid notes.read");
    var object = encrypter.encrypt(signed(request).get("request"));
    Expect.code(alice.authorizes(holding(object)), request);
    var pushed = sig.posts("/oauth2/par", Map.of("request", object));
    assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
  }

  @Test
  @Security(45)
  void an_encrypted_request_that_proves_nothing_is_told_to_the_person() {
    var encrypter = encrypter("ECDH-ES");
    var sound = signed(sig.asksFor("openid")).get("request");
    var changed = encrypter.encrypt(sound);
    Expect.refusalPage(
        alice.opens(holding(changed.substring(0, changed.lastIndexOf('.')) + ".AA")));
    Expect.refusalPage(alice.opens(holding(encrypter.encrypt("eyJhbGciOiJub25lIn0.e30."))));
    Expect.refusalPage(alice.opens(holding("e30.AAAA.AAAA.AAAA.AAAA")));
    var packed = encrypter.header("A128GCM").compressionAlgorithm(CompressionAlgorithm.DEF);
    Expect.refusalPage(alice.opens(holding(encrypter.encrypt(packed.build(), sound))));
    var pushed = sig.posts("/oauth2/par", Map.of("request", changed + "A"));
    Expect.json(pushed, 400, "invalid_request_object");
  }

  private Encrypter encrypter(String algorithm) {
    return Encrypter.to(new Browser(server).get(server.url("/oauth2/jwks")).body(), algorithm);
  }

  @Test
  @Spec("JARM §2.2")
  void a_signed_answer_may_be_encrypted() throws Exception {
    var sealed =
        new Application(
            server, "sealed", "sealed-secret-sealed-secret-seal", "https://sealed.test/cb");
    var request = sealed.asksFor("openid").with("response_mode", "jwt");
    var response = alice.authorizes(request).returned().getOrDefault("response", "");
    var said = verified(Map.of("response", Recipient.BOB.reads(response)));
    assertThat(said.getClaim("state")).isEqualTo(request.get("state"));
    var tokens = Expect.tokens(sealed.redeems(request, String.valueOf(said.getClaim("code"))));
    var inside = Recipient.BOB.reads(String.valueOf(tokens.get("id_token")));
    assertThat(Tokens.claims(inside).getClaim("nonce")).isEqualTo(request.get("nonce"));
  }

  private Authorization signed(Authorization request) {
    return signed(request, claims -> claims);
  }

  private Authorization signed(Authorization request, UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("sig")
            .audience(server.issuer())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    request.parameters().forEach(claims::claim);
    var object = Keyholder.sign("oauth-authz-req+jwt", change.apply(claims).build());
    return new Authorization(sig, request.verifier(), holding(object).parameters());
  }

  private Authorization holding(String object) {
    var plain = sig.asksFor("openid");
    return new Authorization(sig, plain.verifier(), Map.of("client_id", "sig", "request", object));
  }

  private JWTClaimsSet verified(Map<String, String> answer) throws Exception {
    var token = SignedJWT.parse(answer.getOrDefault("response", ""));
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    var keys = JWKSet.parse(new Browser(server).get(server.url("/oauth2/jwks")).body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    JWSVerifier verifier = new ECDSAVerifier(key);
    assertThat(token.verify(verifier)).isTrue();
    return token.getJWTClaimsSet();
  }
}
