package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.metadata.TestClients;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/** Which sector a client is of. */
@Spec("OpenID Connect Core §8.1")
class SubjectTypeTest {
  private static final String TWO_HOSTS = "'redirect_uris':['https://a.test/cb','https://b.test/']";
  private static final String NATIVE =
      "'application_type':'native','token_endpoint_auth_method':'none',"
          + "'redirect_uris':['http://127.0.0.1/cb','com.example.app:/cb']";
  private static final String PAIRWISE = ",'subject_type':'pairwise'";
  private static final String SECTOR = ",'sector_identifier_uri':'https://Sector.test/uris'";

  @ParameterizedTest
  @ValueSource(strings = {"", ",'subject_type':'public'"})
  void a_public_client_has_none_whatever_its_redirect_uris(String type) {
    assertThat(client(TWO_HOSTS + type).sector()).isEmpty();
    assertThat(client(NATIVE + type).sector()).isEmpty();
  }

  @Test
  void it_is_the_host_of_the_redirect_uris_or_of_the_address_that_lists_them() {
    assertThat(
            client("'redirect_uris':['https://a.test/cb','https://a.test/x']" + PAIRWISE).sector())
        .contains("a.test");
    assertThat(client(TWO_HOSTS + PAIRWISE + SECTOR).sector()).contains("sector.test");
    assertThat(client(NATIVE + PAIRWISE + SECTOR).sector()).contains("sector.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TWO_HOSTS + PAIRWISE,
        NATIVE + PAIRWISE,
        "'grant_types':['client_credentials']" + PAIRWISE,
        TWO_HOSTS + SECTOR,
        TWO_HOSTS + ",'subject_type':'public'" + SECTOR,
        TWO_HOSTS + ",'subject_type':'pairwise '",
        TWO_HOSTS + PAIRWISE + ",'sector_identifier_uri':'urn:a'",
        TWO_HOSTS + PAIRWISE + ",'sector_identifier_uri':'https://a b/'"
      })
  void what_tells_no_sector_is_not_registered(String json) {
    assertThatThrownBy(() -> client(json)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void subject_and_session_are_of_the_sector_and_never_one_for_the_other() {
    var subjects = StoredClients.subjects();
    var open = client(TWO_HOSTS);
    var one = client(NATIVE + PAIRWISE + SECTOR);
    var same = new SessionId("same");
    var person = new Subject("same");
    assertThat(subjects.of(person, open)).isEqualTo(person);
    assertThat(subjects.of(same, open)).isEqualTo(same);
    assertThat(subjects.of(person, one))
        .isEqualTo(subjects.of(person, client(TWO_HOSTS + PAIRWISE + SECTOR)));
    assertThat(subjects.of(person, one))
        .isNotEqualTo(person)
        .isNotEqualTo(subjects.of(new Subject("x"), one));
    assertThat(subjects.of(person, one).value()).isNotEqualTo(subjects.of(same, one).value());
  }

  private static ClientMetadata client(String json) {
    return TestClients.client("'client_name':'A'," + json);
  }
}
