package org.sallyport.resource.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_AUTHORIZATION_DETAILS;
import static org.sallyport.resource.details.TestDetails.ACCOUNTS;
import static org.sallyport.resource.details.TestDetails.PAYMENT;
import static org.sallyport.resource.details.TestDetails.accountsAt;
import static org.sallyport.resource.details.TestDetails.array;
import static org.sallyport.token.Refusal.refused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.request.Parameters;

/** The section {@code authorization_details_types}, and what its types let through. */
@Spec("RFC 9396 §5")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class AuthorizationDetailsTypesTest {
  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final Store store = Stores.h2();
  private final StoredClients registered = new StoredClients(store, clock);

  @Test
  void what_satisfies_its_type_is_let_through() {
    assertThat(asked("spa", array(PAYMENT, ACCOUNTS)).values()).hasSize(2);
    assertThat(asked("svc", array(PAYMENT)).values()).hasSize(1);
  }

  @Test
  void a_request_without_details_reads_nothing() {
    var access = access("spa");
    var none = Parameters.of(Map.of());
    assertThat(store.statements(() -> registered.types().asked(none, access))).isZero();
  }

  @Test
  @Security(172)
  void a_type_that_is_unknown_or_not_the_clients_is_refused() {
    wrong("spa", "{\"type\":\"unknown\"}", "unknown type unknown");
    wrong("svc", ACCOUNTS, "not one of the client's authorization_details_types");
    wrong("web", PAYMENT, "not one of the client's authorization_details_types");
  }

  @ParameterizedTest
  @Security(172)
  @CsvSource(
      delimiter = '|',
      value = {
        "Merchant A   | 1            | /creditorName",
        "EUR          | Euro         | /instructedAmount/currency does not satisfy pattern",
        "123.50       | 123          | /instructedAmount/amount does not satisfy pattern",
        "status       | destroy      | /actions/1 does not satisfy enum",
        "iban         | bban         | /creditorAccount",
        "creditorName | creditorname | [creditorName]"
      })
  void what_does_not_satisfy_its_type_is_refused(String from, String to, String reason) {
    var written =
        to.equals("1") ? PAYMENT.replace("\"" + from + "\"", to) : PAYMENT.replace(from, to);
    wrong("spa", written, reason);
  }

  @Test
  @Security(172)
  void an_unknown_member_is_refused() {
    wrong("spa", ACCOUNTS.replaceFirst("\\{", "{\"more\": 1, "), "/more");
  }

  @Test
  @Security(172)
  void no_reason_tells_what_was_written() {
    var secret = PAYMENT.replace("123.50", "SECRET").replace("Merchant A", "x".repeat(200));
    refused(INVALID_AUTHORIZATION_DETAILS, () -> asked("spa", array(secret)))
        .hasMessageNotContainingAny("SECRET", "xxx");
  }

  @Test
  @Security(173)
  void an_api_that_the_client_may_not_reach_is_refused() {
    var elsewhere = accountsAt("https://api.test/notes");
    assertThat(asked("spa", array(elsewhere)).values()).hasSize(1);
    registered.apply(
        """
        [{"client_id": "spa", "client_name": "A", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid",
          "authorization_details_types": ["account_information"]}]
        """);
    wrong("spa", elsewhere, "https://api.test/notes, which this client may not reach");
  }

  @Test
  @Security(173)
  @Spec("RFC 9396 §2.2")
  void a_location_that_is_no_api_of_ours_is_refused() {
    var ours = "https://api.test/notes";
    for (var foreign :
        List.of("https://example.com/accounts", ours + "/", ours.toUpperCase(Locale.ROOT), "")) {
      wrong("spa", accountsAt(foreign), "locations that are no resources of this server");
      wrong("spa", accountsAt(ours, foreign), "locations that are no resources of this server");
    }
    var payment = PAYMENT.replace("https://example.com/payments", "https://example.com/accounts");
    wrong("svc", payment, "locations that are no resources of this server");
  }

  @Test
  @Security(173)
  void an_api_of_another_type_is_refused_though_the_client_reaches_it_by_a_scope() {
    var payment = PAYMENT.replace("https://example.com/payments", "https://api.test/notes");
    wrong("spa", payment, "https://api.test/notes, which is none of the resources of its type");
    wrong("svc", payment, "https://api.test/notes, which is none of the resources of its type");
    wrong("spa", accountsAt("https://example.com/payments"), "which this client may not reach");
  }

  @StoreTest
  void a_type_is_kept_changed_and_deleted_as_the_section_says(Store kept) {
    var types = new StoredClients(kept, clock);
    kept.run(
        () -> {
          var payment = types.types().find("payment_initiation").orElseThrow();
          assertThat(payment.wording().title().in(Locale.GERMAN))
              .isEqualTo("Eine Zahlung ausführen");
          assertThat(payment.wording().members().at("/locations").orElseThrow().in(Locale.GERMAN))
              .isEqualTo("Wo");
          assertThat(payment.wording().sensitive()).isTrue();
        });
    clock.advance(Duration.ofMinutes(1));
    types.applyTypes(TestDetails.TYPES);
    assertThat(kept.count("authorization_details_type", "changed_at = created_at")).isEqualTo(2);
    types.applyTypes(TestDetails.TYPES.replace("Make a payment", "Pay"));
    assertThat(kept.count("authorization_details_type", "changed_at > created_at")).isEqualTo(1);
    types.apply("[]");
    types.applyTypes("[]");
    kept.run(() -> assertThat(types.types().all()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'title':'A','schema':{}}                                  | type",
        "{'type':'a b','title':'A','schema':{}}                     | no name",
        "{'type':'a','schema':{}}                                   | title",
        "{'type':'a','title':'A'}                                   | schema",
        "{'type':'a','title':'A','schema':true}                     | JSON Schema",
        "{'type':'a','title':'A','schema':{'type':'money'}}         | JSON Schema",
        "{'type':'a','title':'A','schema':{'$ref':'http://x.test/'}} | not fetched",
        "{'type':'a','title':'A','schema':{},'txt':'B'}             | txt",
        "{'type':'a','title':'A','schema':{},'text':'Pay {amount'}  | brace",
        "{'type':'a','title':'A','schema':{},'resources':['https://x.test/']} | unknown resource"
      })
  void an_entry_that_makes_no_sense_is_refused(String entry, String reason) {
    complained("[" + entry.replace('\'', '"') + "]", reason);
  }

  @Test
  void a_type_has_one_entry() {
    var one = "{\"type\":\"a\",\"title\":\"A\",\"schema\":{}}";
    complained(array(one, one), "again");
  }

  @Test
  @Spec("RFC 9396 §10")
  void a_client_is_registered_for_types_that_there_are() {
    assertThatThrownBy(
            () ->
                registered.apply(
                    """
                    [{"client_id": "a", "client_name": "A", "client_secret": "0123456789abcdef",
                      "grant_types": ["client_credentials"],
                      "authorization_details_types": ["payment"]}]
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unknown authorization details type payment");
  }

  @Test
  @Spec("RFC 9396 §10")
  void the_metadata_name_the_types_where_there_are_some() {
    assertThat(described()).contains("[\"account_information\",\"payment_initiation\"]");
    registered.apply("[]");
    registered.applyTypes("[]");
    assertThat(described()).isEqualTo("{}");
  }

  private String described() {
    var source = new AuthorizationDetailsMetadata();
    source.types = registered.types();
    var metadata = new Metadata();
    store.run(() -> source.describe(metadata));
    return metadata.toJson();
  }

  private AuthorizationDetails asked(String client, String json) {
    var parameters = Parameters.of(Map.of("authorization_details", List.of(json)));
    var access = access(client);
    return store.inTransaction(() -> registered.types().asked(parameters, access));
  }

  private PermittedDetails access(String client) {
    return registered.authenticated(client).metadata().access().details();
  }

  private void wrong(String client, String detail, String reason) {
    refused(INVALID_AUTHORIZATION_DETAILS, () -> asked(client, array(detail)))
        .hasMessageContaining("authorization_details[0]")
        .hasMessageContaining(reason);
  }

  private void complained(String section, String reason) {
    assertThatThrownBy(() -> registered.applyTypes(section))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(reason);
  }
}
