package org.sallyport.request;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.grant.RequestedClaims;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.StandardClaims;

/** What a request may say of claims, and what becomes of it. */
@Spec("OpenID Connect Core §5.5")
class ClaimsParameterTest {
  private static final Scopes ALL = Scopes.of("openid", "profile", "email", "phone");

  @Test
  void the_example_of_the_specification_is_understood() {
    var claims =
        parse(
            """
            {"userinfo": {
               "given_name": {"essential": true}, "nickname": null, "email": {"essential": true},
               "email_verified": {"essential": true}, "picture": null,
               "http://example.info/claims/groups": null},
             "id_token": {"auth_time": {"essential": true},
               "acr": {"values": ["urn:mace:incommon:iap:silver"]}}}
            """);
    assertThat(claims.scopes(ALL)).isEqualTo(Scopes.of("profile", "email"));
    assertThat(claims.within(ALL))
        .isEqualTo(
            new RequestedClaims(
                Set.of("given_name", "nickname", "email", "email_verified", "picture"), Set.of()));
    assertThat(claims.subjects()).isEmpty();
  }

  @Test
  void each_place_gets_its_own_claims_and_of_the_allowed_scopes_alone() {
    var claims = parse("{'userinfo':{'email':null},'id_token':{'name':{},'phone_number':null}}");
    assertThat(claims.within(ALL))
        .isEqualTo(new RequestedClaims(Set.of("email"), Set.of("name", "phone_number")));
    assertThat(claims.within(Scopes.of("openid", "phone")))
        .isEqualTo(new RequestedClaims(Set.of(), Set.of("phone_number")));
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void languages_that_are_wanted_stand_with_the_claims_of_each_place() {
    var claims = parse("{'id_token':{'name':null}}").withLanguages("de-CH fr");
    assertThat(claims.within(ALL))
        .isEqualTo(new RequestedClaims(Set.of("#de-ch", "#fr"), Set.of("name", "#de-ch", "#fr")));
    assertThat(claims.scopes(ALL)).isEqualTo(Scopes.of("profile"));
    assertThat(ClaimsParameter.NONE.withLanguages("no_tag")).isEqualTo(ClaimsParameter.NONE);
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void all_that_can_be_asked_for_fits_the_column_of_the_grant() {
    var wish = StandardClaims.names().stream().collect(joining("':null,'", "{'", "':null}"));
    var tags =
        IntStream.range(0, 20).mapToObj(n -> "a".repeat(8) + "-" + (10_000_000 + n) + "-abcdef");
    var most =
        parse("{'userinfo':" + wish + ",'id_token':" + wish + "}")
            .withLanguages(tags.collect(joining(" ")));
    var kept = most.within(Scopes.of("openid", "profile", "email", "address", "phone", "groups"));
    assertThat(kept.userinfo()).hasSize(StandardClaims.names().size() + 10);
    assertThat(kept.toString()).hasSizeLessThanOrEqualTo(1_000);
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1")
  void people_are_named_by_one_subject_or_by_some() {
    var both = "{'id_token':{'sub':{'value':'a'}},'userinfo':{'sub':{'values':['a','b']}}}";
    assertThat(parse(both).subjects()).containsExactlyInAnyOrder(Set.of("a"), Set.of("a", "b"));
    assertThat(parse("{'id_token':{'sub':{'essential':true}}}").subjects()).isEmpty();
    assertThat(parse("{'id_token':{'sub':null}}").subjects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'userinfo':{}}",
        "{'else':1}",
        "{'userinfo':{'name':{'essential':false,'purpose':'greeting','value':1}}}",
        "{'id_token':{'zoneinfo':{'values':[1,'x',null]}}}"
      })
  void what_it_does_not_know_it_ignores(String json) {
    assertThat(parse(json).subjects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "[]",
        "null",
        "'name'",
        "{'userinfo':{'name':null}",
        "{'userinfo':{'name':null}}}",
        "{'userinfo':{'name':null}} {}",
        "{'userinfo':null}",
        "{'userinfo':['name']}",
        "{'id_token':'name'}",
        "{'userinfo':{'name':true}}",
        "{'userinfo':{'name':'Alice'}}",
        "{'userinfo':{'name':{'essential':'true'}}}",
        "{'userinfo':{'name':{'essential':null}}}",
        "{'userinfo':{'name':{'values':'Alice'}}}",
        "{'userinfo':{'name':{'values':[]}}}",
        "{'id_token':{'sub':{'value':1}}}",
        "{'id_token':{'sub':{'value':null}}}",
        "{'id_token':{'acr':{'values':['1',2]}}}"
      })
  void what_has_no_such_shape_it_refuses(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> {
              assertThat(e.error()).isEqualTo(INVALID_REQUEST);
              assertThat(e.reason()).startsWith("claims: ");
            });
  }

  @Test
  void it_is_not_brought_down_by_depth() {
    for (var open : new String[] {"[", "{\"a\":"}) {
      var deep = "{\"userinfo\":" + open.repeat(2_900 / open.length());
      assertThatThrownBy(() -> parse(deep)).isInstanceOf(OAuthException.class);
    }
  }

  private static ClaimsParameter parse(String json) {
    return ClaimsParameter.parse(json.replace('\'', '"'));
  }
}
