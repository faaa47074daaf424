package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.protocol.GrantId;

class GrantCredentialsTest {
  private static final GrantId ID =
      new GrantId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
  private final GrantCredentials credentials = TestGrants.credentials(new TestMac((byte) 1));

  @Test
  void a_code_says_which_grant_it_stands_for() {
    assertThat(credentials.read(credentials.code(ID), CredentialKind.CODE))
        .contains(new GrantCredential(ID, CredentialKind.CODE, 0));
  }

  @Test
  void a_refresh_token_says_its_grant_and_generation() {
    assertThat(credentials.read(credentials.refreshToken(ID, 70_000), CredentialKind.REFRESH_TOKEN))
        .contains(new GrantCredential(ID, CredentialKind.REFRESH_TOKEN, 70_000));
  }

  @Test
  void the_same_generation_is_the_same_token_again() {
    assertThat(credentials.refreshToken(ID, 3)).isEqualTo(credentials.refreshToken(ID, 3));
  }

  @Test
  @Security(79)
  void a_code_is_no_refresh_token_and_a_refresh_token_is_no_code() {
    assertThat(credentials.read(credentials.code(ID), CredentialKind.REFRESH_TOKEN)).isEmpty();
    assertThat(credentials.read(credentials.refreshToken(ID, 0), CredentialKind.CODE)).isEmpty();
  }

  @Test
  @Spec("RFC 6749 §10.10")
  void a_credential_of_another_key_is_none() {
    var foreign = TestGrants.credentials(new TestMac((byte) 2)).code(ID);
    assertThat(credentials.read(foreign, CredentialKind.CODE)).isEmpty();
  }

  @Test
  void no_character_of_a_credential_may_be_changed() {
    var code = credentials.code(ID);
    for (int i = 0; i < code.length(); i++) {
      var other = code.charAt(i) == 'A' ? 'B' : 'A';
      var changed = code.substring(0, i) + other + code.substring(i + 1);
      assertThat(credentials.read(changed, CredentialKind.CODE)).as("changed at %d", i).isEmpty();
    }
  }

  @Test
  void a_credential_may_be_neither_shorter_nor_longer() {
    var code = credentials.code(ID);
    assertThat(credentials.read(code.substring(1), CredentialKind.CODE)).isEmpty();
    assertThat(credentials.read(code.substring(0, code.length() - 1), CredentialKind.CODE))
        .isEmpty();
    assertThat(credentials.read(code + "A", CredentialKind.CODE)).isEmpty();
    assertThat(credentials.read(code + "=", CredentialKind.CODE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "not base64!", "ÄÖÜ", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000"})
  void rubbish_is_no_credential(String rubbish) {
    assertThat(credentials.read(rubbish, CredentialKind.CODE)).isEmpty();
  }

  @Test
  void a_megabyte_is_no_credential() {
    assertThat(credentials.read("A".repeat(1_000_000), CredentialKind.CODE)).isEmpty();
  }
}
