package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.metadata.TestClients;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.AuthorizationRequest;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.resource.api.StoredResources;
import org.sallyport.resource.details.AuthorizationDetails;
import org.sallyport.resource.details.TestDetails;

/** A client gets no code for tokens that cannot be signed while the code is good. */
@Spec("RFC 6749 §4.1.2.1")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class SigningReadinessTest {
  private static final String CLIENT =
      "'client_name':'A','redirect_uris':['https://app.test/cb'],"
          + "'token_endpoint_auth_method':'none','scope':'openid notes.read calendar',"
          + "'authorization_details_types':['payment_initiation']";
  private static final String PLAIN = "scope=openid";
  private static final String PAYMENT =
      FormEncoding.encode(Map.of("authorization_details", TestDetails.array(TestDetails.PAYMENT)));

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final Store store = Stores.h2();
  private final SigningReadiness signable = new SigningReadiness();
  private final StoredClients stored;

  SigningReadinessTest() {
    signable.keys = TestKeys.published(store, clock);
    stored = new StoredClients(store, clock);
    signable.servers = stored.servers();
    signable.types = stored.types();
    stored.applyResources(
        StoredResources.RESOURCES
            .replace("\"title\": \"Notes\"", "\"title\": \"Notes\", \"signing_alg\": \"ES384\"")
            .replace("payments\",", "payments\", \"signing_alg\": \"ES512\","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'id_token_signed_response_alg':'PS256' | scope=openid | PS256",
        "'authorization_signed_response_alg':'PS384' | scope=calendar&response_mode=jwt | PS384",
        "'enabled':true | scope=notes.read | ES384",
        "'enabled':true | scope=openid&resource=https://api.test/notes | ES384"
      })
  void whatever_a_code_would_lead_to_has_to_be_signed_by_then(
      String more, String query, String algorithm) {
    refused(more, query, algorithm);
    clock.advance(Duration.ofSeconds(302));
    taken(more, query);
  }

  @Test
  void details_are_for_apis_too() {
    refused("'enabled':true", PAYMENT, "ES512");
    taken("'enabled':true", PLAIN);
  }

  @Test
  void what_a_request_does_not_lead_to_is_no_matter() {
    taken("'id_token_signed_response_alg':'PS256'", "scope=calendar");
    taken("'authorization_signed_response_alg':'PS384'", PLAIN);
    taken("'userinfo_signed_response_alg':'PS512'", PLAIN);
    taken("'enabled':true", "scope=openid%20calendar&resource=https://api.test/jwt");
  }

  private void taken(String more, String query) {
    assertThatCode(() -> require(more, query)).doesNotThrowAnyException();
  }

  private void refused(String more, String query, String algorithm) {
    assertThatThrownBy(() -> require(more, query))
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> {
              assertThat(e.error()).isEqualTo(TEMPORARILY_UNAVAILABLE);
              assertThat(e.reason()).contains(algorithm).contains("302 seconds");
            });
  }

  private void require(String more, String query) {
    var client = TestClients.client(CLIENT + ',' + more);
    var parameters =
        FormEncoding.decode(
            "client_id=a&response_type=code&redirect_uri=https://app.test/cb&"
                + query
                + RequestRulesTest.CHALLENGE);
    var request = AuthorizationRequest.parse(parameters, ResponseTarget.of(client, parameters));
    store.run(
        () -> {
          var details =
              parameters
                  .optional("authorization_details")
                  .map(AuthorizationDetails::parse)
                  .orElse(AuthorizationDetails.NONE);
          var apis = new KnownResources(stored.servers().all());
          var wanted =
              CheckedRules.wanted(new RequestRules(client, apis, request, details), parameters);
          signable.require(client, request, wanted);
        });
  }
}
