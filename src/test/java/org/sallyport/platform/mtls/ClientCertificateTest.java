package org.sallyport.platform.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.mtls.TestCertificates.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Example;
import org.sallyport.Spec;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.jose.PublicKeys;
import org.sallyport.protocol.Confirmation;

/** What a certificate proves, and until when. */
@Spec("RFC 5280 §6")
class ClientCertificateTest {
  private static final ClientCertificate ISSUED = new ClientCertificate(certificate("issued"));

  @ParameterizedTest
  @CsvSource({"issued, true", "self-signed, false", "for-servers, false"})
  void it_is_issued_by_the_authority_and_for_clients(String name, boolean issued) {
    var certificate = new ClientCertificate(certificate(name));
    assertThat(certificate.isIssuedBy(List.of(certificate("authority")), TestKeys.NOW))
        .isEqualTo(issued);
  }

  @Test
  void nobody_vouches_where_no_authority_is_named() {
    assertThat(ISSUED.isIssuedBy(List.of(), TestKeys.NOW)).isFalse();
    assertThat(ISSUED.isIssuedBy(List.of(certificate("self-signed")), TestKeys.NOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-12-31T23:59:59Z, false",
    "2020-01-01T00:00:00Z, true",
    "2120-01-01T00:00:01Z, false"
  })
  void it_has_its_time(Instant now, boolean valid) {
    assertThat(ISSUED.isValidAt(now)).isEqualTo(valid);
    assertThat(ISSUED.isIssuedBy(List.of(certificate("authority")), now)).isEqualTo(valid);
  }

  @Test
  @Spec("RFC 8705 §3.1")
  void tokens_name_it_by_the_hash_of_all_of_it() {
    // openssl x509 -outform DER | openssl dgst -sha256 -binary | base64
    assertThat(ISSUED.confirmation().cnf())
        .isEqualTo(Map.of("x5t#S256", "K3N5UyEuCkr7MgIeVJ7spD8CdnWGZ3VVQ6zXcaMFhFE"));
  }

  @Test
  @Spec("RFC 8705 Appendix A")
  void the_example_of_the_specification_is_named_as_there() {
    var example = new ClientCertificate(Example.certificates("rfc8705-a.pem").get(0));
    var cnf = Map.of("x5t#S256", "A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0");
    assertThat(example.confirmation().cnf()).isEqualTo(cnf);
    assertThat(Confirmation.of(cnf)).contains(example.confirmation());
  }

  @Test
  @Spec("RFC 8705 Appendix A")
  void the_example_of_the_specification_is_registered_by_the_key_beside_it() {
    var example = new ClientCertificate(Example.certificates("rfc8705-a.pem").get(0));
    var keys = PublicKeys.parse(Example.jwks("rfc8705-a.jwk"));
    assertThat(keys.haveCertificate(example::is)).isTrue();
    assertThat(keys.haveCertificate(ISSUED::is)).isFalse();
  }

  @Test
  @Spec("RFC 9440 Appendix A")
  void the_example_of_a_chain_is_issued_by_the_next_in_it_while_it_is_valid() {
    var chain = Example.certificates("rfc9440-a.pem");
    var example = new ClientCertificate(chain.get(0));
    var then = Instant.parse("2020-06-01T00:00:00Z");
    assertThat(example.isIssuedBy(List.of(chain.get(1)), then)).isTrue();
    assertThat(example.isIssuedBy(List.of(chain.get(2)), then)).isFalse();
    assertThat(example.isIssuedBy(List.of(chain.get(1)), TestKeys.NOW)).isFalse();
  }

  @Test
  void nothing_in_it_gets_into_the_log() {
    assertThat(ISSUED.toString()).doesNotContain("Bank", "bank.test");
  }
}
