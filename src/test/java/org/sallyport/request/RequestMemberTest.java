package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_AUTHORIZATION_DETAILS;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.jose.Signer;
import org.sallyport.protocol.OAuthException;
import org.sallyport.resource.details.AuthorizationDetails;

/** No member of a request object is dropped because of its type. */
@Spec("RFC 9101 §4")
class RequestMemberTest {
  private static final List<Object> ALL =
      Arrays.asList(List.of("a"), List.of(), Map.of("a", 1L), true, 300L, 0.5, null);

  // What a parameter may be, beside a string.
  private static final Map<String, List<Object>> RIGHT =
      Map.of(
          "authorization_details", List.of(List.of()),
          "claims", List.of(Map.of("a", 1L)),
          "max_age", List.of(300L),
          "resource", List.of(List.of("a"), List.of()));

  private final ForeignJwt object =
      ForeignJwt.parse(
          Signer.es256("one").sign(new JWTClaimsSet.Builder().issuer("sig").build()),
          "the request object",
          INVALID_REQUEST_OBJECT);

  @Test
  @Security(45)
  void one_of_another_type_than_its_parameter_is_refused() {
    for (var name : PendingAuthorization.KEPT) {
      ALL.stream()
          .filter(value -> value == null || !RIGHT.getOrDefault(name, List.of()).contains(value))
          .forEach(value -> refused(name, value));
    }
    refused("display", List.of("page"));
    refused("resource", List.of(List.of("a")));
  }

  @Test
  void one_of_a_type_of_its_parameter_is_taken() {
    RIGHT.forEach((name, values) -> values.forEach(value -> texts(name, value)));
    assertThat(texts("max_age", 300L)).containsExactly("300");
    assertThat(texts("resource", List.of("a", "b"))).containsExactly("a", "b");
  }

  @Test
  @Spec("OpenID Connect Core §7.2.1")
  void a_registration_is_seen_to_be_refused() {
    assertThat(texts("registration", Map.of("client_name", "x"))).hasSize(1);
  }

  @Test
  @Spec("RFC 7519 §4")
  void those_that_mean_nothing_are_ignored_whatever_they_are() {
    ALL.forEach(value -> assertThat(texts("trust_chain", value)).isEmpty());
  }

  private void refused(String name, Object value) {
    assertThatThrownBy(() -> read(name, value))
        .as(name + " " + value)
        .isInstanceOfSatisfying(
            OAuthException.class,
            e ->
                assertThat(e.error())
                    .isEqualTo(
                        name.equals("authorization_details")
                            ? INVALID_AUTHORIZATION_DETAILS
                            : INVALID_REQUEST_OBJECT));
  }

  // What JSON of details says is refused where it is read.
  private void read(String name, Object value) {
    var texts = texts(name, value);
    if (name.equals("authorization_details")) {
      texts.forEach(AuthorizationDetails::parse);
    }
  }

  private List<String> texts(String name, Object value) {
    return new RequestMember(name, value).texts(object);
  }
}
