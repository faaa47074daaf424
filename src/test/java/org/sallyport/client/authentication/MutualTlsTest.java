package org.sallyport.client.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthException;

/** A client that proves itself by its certificate, and what is no proof. */
@Spec("RFC 8705 §2")
class MutualTlsTest {
  private static final String ISSUED = "tls_client_auth";
  private static final String SELF_SIGNED = "self_signed_tls_client_auth";
  private static final String SUBJECT =
      "CN=bank.test, organizationIdentifier=PSDDE-BAFIN-123456, O=Bank, C=DE";

  private final Store store = Stores.h2();
  private final StoredClients registered =
      new StoredClients(store, new SettableClock(TestKeys.NOW));
  private final ClientAuthentication authentication = registered.authentication();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_client_auth_subject_dn|" + SUBJECT,
        "tls_client_auth_subject_dn|cn=BANK.test,2.5.4.97=PSDDE-BAFIN-123456,o=bank,c=de",
        "tls_client_auth_san_dns|bank.test",
        "tls_client_auth_san_dns|BANK.TEST",
        "tls_client_auth_san_uri|urn:bank:one",
        "tls_client_auth_san_ip|192.0.2.10",
        "tls_client_auth_san_ip|2001:db8:0:0::10",
        "tls_client_auth_san_email|ops@bank.test"
      })
  void an_authority_vouches_for_whom_its_certificate_names(String key, String name) {
    register(ISSUED, quoted(key, name));
    assertThat(authenticated(shows("issued"))).isEqualTo("bank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_client_auth_subject_dn|CN=bank.test",
        "tls_client_auth_subject_dn|CN=bank.test, O=Bank, C=DE",
        "tls_client_auth_subject_dn|C=DE, O=Bank, 2.5.4.97=PSDDE-BAFIN-123456, CN=bank.test",
        "tls_client_auth_san_dns|test",
        "tls_client_auth_san_dns|a.bank.test",
        "tls_client_auth_san_dns|ops@bank.test",
        "tls_client_auth_san_uri|bank.test",
        "tls_client_auth_san_ip|192.0.2.1",
        "tls_client_auth_san_email|bank.test"
      })
  void another_name_is_another_clients(String key, String name) {
    register(ISSUED, quoted(key, name));
    refused(shows("issued"), "does not name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"self-signed", "for-servers"})
  void a_certificate_that_no_authority_gave_to_a_client_proves_nothing(String certificate) {
    register(ISSUED, quoted("tls_client_auth_subject_dn", SUBJECT));
    refused(shows(certificate), "authorities");
  }

  @Test
  @Spec("RFC 8705 §2.2")
  void a_certificate_may_be_registered_itself() {
    register(SELF_SIGNED, "\"jwks\": " + TestCertificates.jwks("self-signed"));
    assertThat(authenticated(shows("self-signed"))).isEqualTo("bank");
    // The same key and the same names are not the same certificate.
    refused(shows("issued"), "x5c");
  }

  @Test
  void a_key_without_a_certificate_proves_nothing_in_tls() {
    var jwks = TestCertificates.jwks("self-signed").replaceAll(", \"x5c\": \\[[^]]*]", "");
    register(SELF_SIGNED, "\"jwks\": " + jwks);
    refused(shows("self-signed"), "x5c");
  }

  @Test
  @Security(59)
  void without_a_certificate_or_with_a_secret_instead_it_is_refused() {
    register(ISSUED, quoted("tls_client_auth_san_dns", "bank.test"));
    refused(Post.of("client_id", "bank"), "token_endpoint_auth_method is tls_client_auth");
    refused(shows("issued").with("client_secret", "0123456789abcdef"), "");
  }

  @Test
  void a_certificate_does_not_disturb_who_proves_itself_otherwise() {
    assertThat(authenticated(shows("self-signed").with("client_id", "spa"))).isEqualTo("spa");
    var basic = "Basic c3ZjOjAxMjM0NTY3ODlhYmNkZWY="; // svc:0123456789abcdef
    var post = Post.of().authorized(basic);
    var header = TestCertificates.header("issued");
    assertThat(authenticated(post.sending(TestCertificates.HEADER, header))).isEqualTo("svc");
  }

  @Test
  void a_certificate_is_no_secret_of_a_client_that_has_another() {
    refused(shows("issued").with("client_id", "svc"), "");
    refused(shows("issued").with("client_id", "nobody"), "unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_client_auth|\"enabled\": true|tls_client_auth_*",
        "tls_client_auth|\"tls_client_auth_san_ip\": \"bank.test\"|names nobody",
        "tls_client_auth|\"tls_client_auth_san_dns\": \" \"|names nobody",
        "tls_client_auth|\"tls_client_auth_subject_dn\": \"bank\"|distinguished name",
        "tls_client_auth|\"tls_client_auth_san_dns\": \"a\", \"tls_client_auth_san_uri\": \"b\"|two ways",
        "self_signed_tls_client_auth|\"enabled\": true|jwks",
        "self_signed_tls_client_auth|\"tls_client_auth_san_dns\": \"bank.test\"|jwks",
        "none|\"tls_client_auth_san_dns\": \"bank.test\"|tls_client_auth_*",
        "none|\"tls_client_certificate_bound_access_tokens\": true, \"dpop_bound_access_tokens\": true|both",
        "tls_client_auth|\"tls_client_auth_san_dns\": \"a\", \"client_secret\": \"0123456789abcdef\"|no use"
      })
  void a_registration_that_cannot_be_meant_is_refused(String method, String more, String told) {
    assertThatThrownBy(() -> register(method, more))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(told.replace("both", "cannot be bound"));
  }

  private void register(String method, String more) {
    registered.apply(
        """
        [{"client_id": "bank", "client_name": "Bank", "token_endpoint_auth_method": "%s",
          "redirect_uris": ["https://bank.test/cb"], "scope": "notes.read", %s},
         {"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"]},
         {"client_id": "svc", "client_name": "Service", "client_secret": "0123456789abcdef",
          "grant_types": ["client_credentials"]}]
        """
            .formatted(method, more));
  }

  private static String quoted(String key, String value) {
    return "\"%s\": \"%s\"".formatted(key, value);
  }

  private static Post shows(String certificate) {
    return Post.of("client_id", "bank")
        .sending(TestCertificates.HEADER, TestCertificates.header(certificate));
  }

  private String authenticated(Post post) {
    return store
        .inTransaction(() -> authentication.authenticate(post.parameters(), post.request()))
        .id()
        .value();
  }

  private void refused(Post post, String told) {
    assertThatThrownBy(() -> authenticated(post))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_CLIENT))
        .hasMessageContaining(told);
  }
}
