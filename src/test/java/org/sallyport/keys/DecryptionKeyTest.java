package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Example;
import org.sallyport.Spec;

/** A key opens the examples of the specifications that are by its algorithm, and no others. */
class DecryptionKeyTest {
  private static final String FRODO =
      "You can trust us to stick with you through thick and thin–to the bitter end. And you can"
          + " trust us to keep any secret of yours–closer than you keep it yourself. But you"
          + " cannot trust us to let you face trouble alone, and go off without a word. We are"
          + " your friends, Frodo.";

  @Test
  @Spec("RFC 7520 §5.5")
  void the_example_of_an_agreed_key_opens() throws Exception {
    var key = key("rfc7520-5.5", "ECDH-ES");
    var object = JWEObject.parse(Example.compact("rfc7520-5.5.jwe"));
    assertThat(key.mayOpen(object)).isTrue();
    assertThat(key.open(object)).hasValue(FRODO);
  }

  @ParameterizedTest
  @CsvSource({".WCCk, .XCCk", "..yc9N, ..zc9N", ".BoDl, .CoDl", "..yc9N, .AAAA.yc9N"})
  @Spec("RFC 7520 §5.5")
  void the_example_stays_closed_if_it_was_changed(String from, String to) throws Exception {
    var key = key("rfc7520-5.5", "ECDH-ES");
    var changed = JWEObject.parse(Example.compact("rfc7520-5.5.jwe").replace(from, to));
    assertThat(key.mayOpen(changed) && key.open(changed).isPresent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "rfc7520-5.4, ECDH-ES, You can trust us",
    "rfc7516-a.1, RSA-OAEP-256, The true sign of intelligence",
    "rfc7516-a.2, RSA-OAEP-256, Live long and prosper."
  })
  @Spec({"RFC 7520 §5.4", "RFC 7516 Appendix A.1", "RFC 7516 Appendix A.2", "RFC 8725 §3.1"})
  void an_example_by_another_algorithm_is_not_for_the_key(
      String example, String algorithm, String content) throws Exception {
    var key = key(example, algorithm);
    var object = JWEObject.parse(Example.compact(example + ".jwe"));
    assertThat(key.mayOpen(object)).isFalse();
    // Though it could.
    assertThat(key.open(object).orElseThrow()).startsWith(content);
  }

  private static DecryptionKey key(String example, String algorithm)
      throws JOSEException, ParseException {
    var printed = Example.compact(example + ".jwk");
    return DecryptionKey.of(JWK.parse("{\"alg\":\"" + algorithm + "\"," + printed.substring(1)));
  }
}
