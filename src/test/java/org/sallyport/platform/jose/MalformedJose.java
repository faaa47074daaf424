package org.sallyport.platform.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** JWTs and keys that are none, in the many ways in which libraries stumble. */
public final class MalformedJose {
  private static final List<String> HEADERS =
      List.of(
          "null",
          "",
          "{}",
          "[]",
          "1",
          "true",
          "\"x\"",
          "{",
          "{\"alg\":null}",
          "{\"alg\":1}",
          "{\"alg\":\"\"}",
          "{\"alg\":\"none\"}",
          "{\"alg\":\"ES256\"}",
          "{\"alg\":\"HS256\"}",
          "{\"alg\":\"ES256\",\"alg\":\"none\"}",
          "{\"alg\":\"RS256\",\"kid\":null}",
          es256("'crit':null"),
          es256("'crit':[null]"),
          es256("'crit':[]"),
          es256("'crit':{}"),
          es256("'b64':false,'crit':['b64']"),
          es256("'typ':null"),
          es256("'typ':''"),
          es256("'typ':5"),
          es256("'kid':{}"),
          es256("'kid':''"),
          es256("'jku':'::'"),
          es256("'x5u':null"),
          es256("'x5t':''"),
          es256("'x5c':null"),
          es256("'x5c':[]"),
          es256("'x5c':[null]"),
          es256("'x5c':['AA']"),
          es256("'x5c':{}"),
          es256("'iat':{}"),
          es256("'exp':'x'"),
          es256("'nbf':1e999"),
          es256("'a':1e999999999"));

  private static final List<String> KEYS =
      List.of(
          "null",
          "{}",
          "[]",
          "5",
          "{'kty':null}",
          "{'kty':5}",
          "{'kty':''}",
          "{'kty':'EC'}",
          "{'kty':'EC','crv':null,'x':'AA','y':'AA'}",
          "{'kty':'EC','crv':'P-256','x':'','y':''}",
          "{'kty':'EC','crv':'P-256','x':'AA','y':'AA'}",
          "{'kty':'EC','crv':'','x':'AA','y':'AA'}",
          "{'kty':'RSA','n':'','e':''}",
          "{'kty':'RSA','n':'AQ','e':''}",
          "{'kty':'RSA','n':null,'e':null}",
          "{'kty':'RSA','n':'AQAB','e':'AQAB','x5c':[]}",
          "{'kty':'RSA','n':'AQAB','e':'AQAB','x5c':['AA']}",
          "{'kty':'oct','k':''}",
          "{'kty':'oct','k':null}",
          "{'kty':'OKP','crv':'Ed25519','x':''}",
          "{'kty':'OKP','crv':'Ed25519','x':'AA'}",
          "{'kty':'OKP','crv':'X25519','x':'AA'}",
          "{'kty':'EC','crv':'P-256','x':'AA','y':'AA','key_ops':[null],'use':null}",
          "{'kty':'EC','crv':'P-256','x':'AA','y':'AA','exp':'x','iat':{}}");

  private static final List<String> CLAIMS =
      List.of(
          "null",
          "",
          "{}",
          "[]",
          "5",
          "{",
          "{\"exp\":\"x\"}",
          "{\"exp\":1e999}",
          "{\"aud\":5}",
          "{\"aud\":[null]}",
          "{\"aud\":null}",
          "{\"iss\":5}",
          "{\"iss\":null,\"sub\":null}",
          "{\"sub\":[]}",
          "{\"jti\":{}}",
          "{\"nbf\":{}}",
          "{\"token_use\":5}",
          "{\"cnf\":5}",
          "{\"exp\":" + "9".repeat(500) + "}",
          "{\"a\":" + "[".repeat(3_000) + "}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":1,\"a\":2}",
          "\u0000");

  private MalformedJose() {}

  /** Signed JWTs; most have one part that is malformed. */
  public static Stream<String> signed() {
    var headers = Stream.concat(HEADERS.stream(), KEYS.stream().map(k -> es256("'jwk':" + k)));
    return Stream.of(
            headers.map(header -> jwt(header, "{\"sub\":\"pkj\",\"iss\":\"pkj\"}", "AAAA")),
            CLAIMS.stream().map(claims -> jwt("{\"alg\":\"ES256\"}", claims, "AAAA")),
            Stream.of("", "A").map(signature -> jwt("{\"alg\":\"ES256\"}", "{}", signature)),
            Stream.of("..", ".", "a.b", "a.b.c", "a.b.c.d", "null", "e30.e30.e30", "{}"))
        .flatMap(texts -> texts);
  }

  /** Encrypted JWTs. */
  public static Stream<String> encrypted() {
    var ecdh = "{'alg':'ECDH-ES','enc':'A128GCM','epk':";
    var some =
        Stream.of(
            "{'alg':'RSA-OAEP-256'}",
            "{'enc':'A128GCM'}",
            "{'alg':null,'enc':null}",
            "{'alg':'RSA-OAEP-256','enc':'A128GCM'}",
            "{'alg':'dir','enc':'A128GCM','p2c':-1}",
            "{'alg':'PBES2-HS256+A128KW','enc':'A128GCM','p2s':'AA','p2c':2147483647}",
            "{'alg':'ECDH-ES','enc':'A128GCM'}",
            "{'alg':'ECDH-ES','enc':'A128GCM','apu':5}",
            "{'alg':'RSA-OAEP-256','enc':'A128GCM','zip':'DEF'}");
    var keys = KEYS.stream().map(key -> ecdh + key + "}");
    var headers = Stream.of(HEADERS.stream(), some, keys).flatMap(all -> all);
    return Stream.concat(
        headers.map(header -> encoded(json(header)) + ".AAAA.AAAA.AAAA.AAAA"),
        Stream.of("....", "e30....", "a.b.c.d.e"));
  }

  /** JWK sets. */
  public static Stream<String> keySets() {
    return Stream.concat(
        KEYS.stream().map(key -> json("{'keys':[" + key + "]}")),
        Stream.of("null", "", "[]", "{}", "{\"keys\":null}", "{\"keys\":{}}", "[".repeat(60_000)));
  }

  private static String es256(String members) {
    return json("{'alg':'ES256'," + members + "}");
  }

  private static String json(String written) {
    return written.replace('\'', '"');
  }

  private static String jwt(String header, String claims, String signature) {
    return encoded(header) + "." + encoded(claims) + "." + signature;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
