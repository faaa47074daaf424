package org.sallyport.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.protocol.OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.metadata.TestClients;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.request.AuthorizationRequest;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.request.SignInRequirements.Wanted;
import org.sallyport.resource.api.TestResources;
import org.sallyport.resource.details.AuthorizationDetails;

class RequestRulesTest {
  private static final KnownResources APIS =
      new KnownResources(
          List.of(
              TestResources.api(
                  "'resource':'https://api.test/notes','scopes':["
                      + "{'scope':'notes.read','title':'R','description':'Reads.'},"
                      + "{'scope':'notes.write','title':'W','description':'Writes.',"
                      + "'optional':true}]"),
              TestResources.api(
                  "'resource':'https://api.test/other','scopes':["
                      + "{'scope':'other','title':'O','description':'Others.'}]")));

  static final String PUBLIC =
      "'client_name':'A','redirect_uris':['https://app.test/cb'],"
          + "'token_endpoint_auth_method':'none',"
          + "'scope':'openid profile offline_access notes.read notes.write'";
  private static final String CONFIDENTIAL = PUBLIC.replace("'none'", "'client_secret_basic'");
  static final String CHALLENGE =
      "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  @Security(1)
  void a_sound_request_wants_the_scopes_it_names() {
    var wanted = check(PUBLIC, "scope=openid%20notes.read%20notes.write" + CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.of("openid", "notes.read", "notes.write"));
    assertThat(wanted.optional()).isEqualTo(Scopes.of("notes.write"));
    assertThat(wanted.policy()).isEqualTo(ConsentPolicy.ONCE);
  }

  @Test
  @Spec("RFC 9396 §3.1")
  void details_need_no_scope_beside_them() {
    var details = FormEncoding.encode(Map.of("authorization_details", "[{\"type\":\"pay\"}]"));
    var wanted = check(PUBLIC, details + CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.NONE);
    assertThat(wanted.details().values()).hasSize(1);
    assertThat(check(PUBLIC, details + "&scope=openid" + CHALLENGE).scopes())
        .isEqualTo(Scopes.of("openid"));
    refused(PUBLIC, details + "&scope=nothing" + CHALLENGE, INVALID_SCOPE);
    refused(PUBLIC, "authorization_details=[]&scope=%20" + CHALLENGE, INVALID_SCOPE);
  }

  @Test
  @Security(26)
  void a_response_mode_that_is_not_the_clients_is_refused() {
    var client = PUBLIC + ",'response_modes':['query']";
    refused(client, "response_mode=form_post&scope=openid" + CHALLENGE, INVALID_REQUEST);
  }

  @Test
  void a_client_that_uses_form_post_only_has_to_say_so() {
    var client = PUBLIC + ",'response_modes':['form_post']";
    refused(client, "scope=openid" + CHALLENGE, INVALID_REQUEST);
    assertThat(check(client, "response_mode=form_post&scope=openid" + CHALLENGE)).isNotNull();
  }

  @ParameterizedTest
  @Security({21, 22})
  @Spec({"RFC 7636 §4.4.1", "RFC 9700 §2.1.1"})
  @ValueSource(strings = {PUBLIC, "confidential"})
  void without_a_challenge_there_is_no_code(String client) {
    var definition = client.equals("confidential") ? CONFIDENTIAL : client;
    refused(definition, "scope=openid&nonce=n", INVALID_REQUEST);
  }

  @Test
  @Security(22)
  @Spec("OAuth 2.1 §4.1.2.1")
  void a_client_that_may_use_a_nonce_instead_has_to_send_one() {
    var client = CONFIDENTIAL + ",'require_pkce':'nonce'";
    refused(client, "scope=openid", INVALID_REQUEST);
    refused(client, "scope=profile&nonce=n", INVALID_REQUEST);
    assertThat(check(client, "scope=openid&nonce=n")).isNotNull();
    assertThat(check(client, "scope=openid" + CHALLENGE)).isNotNull();
  }

  @Test
  void a_legacy_client_goes_without_either() {
    assertThat(check(CONFIDENTIAL + ",'require_pkce':false", "scope=openid")).isNotNull();
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void an_openid_request_has_unknown_scopes_ignored() {
    var wanted = check(PUBLIC, "scope=openid%20unheard.of" + CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.of("openid"));
  }

  @Test
  @Spec("RFC 6749 §4.1.2.1")
  void any_other_request_has_unknown_scopes_refused() {
    refused(PUBLIC, "scope=notes.read%20unheard.of" + CHALLENGE, INVALID_SCOPE);
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void a_scope_that_the_client_is_not_registered_for_is_refused() {
    refused(PUBLIC, "scope=openid%20other" + CHALLENGE, INVALID_SCOPE);
    refused(PUBLIC, "scope=openid%20groups" + CHALLENGE, INVALID_SCOPE);
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void who_names_no_scope_wants_what_it_is_registered_for_at_apis() {
    assertThat(check(PUBLIC, CHALLENGE.substring(1)).scopes())
        .isEqualTo(Scopes.of("notes.read", "notes.write"));
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void who_is_registered_for_no_api_has_to_name_a_scope() {
    var client = PUBLIC.replace(" notes.read notes.write", "");
    refused(client, CHALLENGE.substring(1), INVALID_SCOPE);
  }

  @Test
  @Spec("OpenID Connect Core §11")
  void offline_access_is_ignored_where_there_are_no_refresh_tokens() {
    var query = "scope=openid%20offline_access" + CHALLENGE;
    assertThat(check(PUBLIC, query).scopes()).isEqualTo(Scopes.of("openid"));
    var refreshing = PUBLIC + ",'grant_types':['authorization_code','refresh_token']";
    assertThat(check(refreshing, query).scopes()).isEqualTo(Scopes.of("openid", "offline_access"));
  }

  @Test
  @Spec("OpenID Connect Core §11")
  void offline_access_is_ignored_where_the_client_is_not_registered_for_it() {
    var client =
        PUBLIC.replace(" offline_access", "")
            + ",'grant_types':['authorization_code','refresh_token']";
    var query = "scope=offline_access%20openid" + CHALLENGE;
    assertThat(check(client, query).scopes()).isEqualTo(Scopes.of("openid"));
    var plain = "scope=notes.read%20offline_access" + CHALLENGE;
    assertThat(check(client, plain).scopes()).isEqualTo(Scopes.of("notes.read"));
    refused(client, "scope=offline_access" + CHALLENGE, INVALID_SCOPE);
    refused(client, "scope=openid%20email" + CHALLENGE, INVALID_SCOPE);
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void a_claim_wants_the_consent_to_its_scope_but_not_the_scope() {
    var wanted = check(PUBLIC, "scope=openid" + claims("name") + CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.of("openid", "profile"));
    assertThat(wanted.optional()).isEqualTo(Scopes.of("profile"));
    assertThat(wanted.named().scopes()).isEqualTo(Scopes.of("openid"));
    assertThat(wanted.named().claims().within(wanted.scopes()).userinfo()).containsExactly("name");
    assertThat(wanted.named().claims().within(wanted.named().scopes()).userinfo()).isEmpty();
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void a_claim_that_is_unknown_or_of_a_scope_that_is_not_the_clients_is_ignored() {
    for (var claim : List.of("email", "shoe_size", "groups", "sub", "name#de")) {
      var wanted = check(PUBLIC, "scope=openid" + claims(claim) + CHALLENGE);
      assertThat(wanted.scopes()).isEqualTo(Scopes.of("openid"));
    }
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void claims_of_a_request_that_is_no_openid_request_are_ignored() {
    var wanted = check(PUBLIC, "scope=notes.read" + claims("name") + CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.of("notes.read"));
    assertThat(wanted.named().claims()).isEqualTo(ClaimsParameter.NONE);
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void claims_that_make_no_sense_or_are_too_many_are_refused() {
    refused(PUBLIC, "scope=openid&claims=name" + CHALLENGE, INVALID_REQUEST);
    var long_ = claims("x".repeat(3_000));
    refused(PUBLIC, "scope=openid" + long_ + CHALLENGE, INVALID_REQUEST);
    refused(PUBLIC, "scope=openid" + claims("name") + claims("name") + CHALLENGE, INVALID_REQUEST);
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void acr_values_are_a_wish_where_a_person_signs_in() {
    assertThat(classes("scope=openid&acr_values=gold%20silver")).isEmpty();
  }

  @Test
  @Spec("RFC 9470 §5")
  void acr_values_are_a_demand_where_an_api_is_to_be_called() {
    for (var api : List.of("scope=notes.read", "scope=openid&resource=https://api.test/notes")) {
      refused(PUBLIC, api + "&acr_values=gold" + CHALLENGE, UNMET_AUTHENTICATION_REQUIREMENTS);
      var served = api + "&acr_values=gold%20" + Authentication.PASSWORD;
      assertThat(classes(served)).contains(Set.of("gold", Authentication.PASSWORD));
    }
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void an_essential_acr_that_nobody_reaches_here_is_refused() {
    refused(PUBLIC, acr("true,'value':'gold'") + CHALLENGE, UNMET_AUTHENTICATION_REQUIREMENTS);
    var served = acr("true,'values':['gold','" + Authentication.PASSWORD + "']");
    assertThat(classes(served)).contains(Set.of("gold", Authentication.PASSWORD));
    assertThat(classes(acr("false,'value':'gold'"))).isEmpty();
    assertThat(classes(acr("true"))).isEmpty();
    var both = "&scope=openid%20notes.read&acr_values=gold" + CHALLENGE;
    refused(PUBLIC, served.substring(13) + both, UNMET_AUTHENTICATION_REQUIREMENTS);
  }

  @Test
  @Security(95)
  @Spec("RFC 8707 §2")
  void a_resource_that_is_unknown_or_not_the_clients_is_refused() {
    refused(PUBLIC, "scope=openid&resource=https://no.test" + CHALLENGE, INVALID_TARGET);
    refused(PUBLIC, "scope=openid&resource=https://api.test/other" + CHALLENGE, INVALID_TARGET);
  }

  @Test
  @Spec("RFC 8707 §2.1")
  void a_scope_needs_its_resource_where_resources_are_named() {
    var client = PUBLIC.replace("notes.read", "notes.read other");
    var query = "scope=notes.read%20other&resource=https://api.test/other";
    refused(client, query + CHALLENGE, INVALID_TARGET);
    assertThat(check(client, query + "&resource=https://api.test/notes" + CHALLENGE)).isNotNull();
  }

  @Test
  @Security(37)
  @Spec("RFC 8252 §8.6")
  void a_native_application_is_asked_about_each_time_even_if_vouched_for() {
    var client = PUBLIC + ",'application_type':'native','first_party':true";
    assertThat(check(client, "scope=openid" + CHALLENGE).policy()).isEqualTo(ConsentPolicy.ALWAYS);
  }

  @Test
  void a_first_party_application_is_asked_about_on_demand() {
    var client = PUBLIC + ",'first_party':true";
    assertThat(check(client, "scope=openid" + CHALLENGE).policy())
        .isEqualTo(ConsentPolicy.ON_DEMAND);
  }

  private static Optional<Set<String>> classes(String query) {
    return check(PUBLIC, query + CHALLENGE).named().classes();
  }

  private static String acr(String essential) {
    var json = "{'id_token':{'acr':{'essential':" + essential + "}}}";
    return "scope=openid&claims=" + URLEncoder.encode(json.replace('\'', '"'), UTF_8);
  }

  private static String claims(String name) {
    return "&claims=" + URLEncoder.encode("{\"userinfo\":{\"" + name + "\":null}}", UTF_8);
  }

  static Wanted check(String client, String query) {
    var metadata = TestClients.client(client);
    var parameters =
        FormEncoding.decode(
            "client_id=a&response_type=code&redirect_uri=https://app.test/cb&" + query);
    var request = AuthorizationRequest.parse(parameters, ResponseTarget.of(metadata, parameters));
    var details =
        parameters
            .optional("authorization_details")
            .map(AuthorizationDetails::parse)
            .orElse(AuthorizationDetails.NONE);
    return CheckedRules.wanted(new RequestRules(metadata, APIS, request, details), parameters);
  }

  private static void refused(String client, String query, OAuthError error) {
    assertThatThrownBy(() -> check(client, query))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
