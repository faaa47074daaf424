package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.Metadata;

class IdTokenMetadataTest {
  @Test
  @Security(122)
  @Spec("OpenID Connect Discovery §3")
  void the_metadata_says_how_id_tokens_are_signed_and_how_people_sign_in() {
    var metadata = new Metadata();
    new IdTokenMetadata().describe(metadata);
    assertThat(metadata.toJson())
        .contains(
            "\"id_token_signing_alg_values_supported\":[\"ES256\",\"ES384\",\"ES512\",\"Ed25519\","
                + "\"EdDSA\",\"PS256\",\"PS384\",\"PS512\",\"RS256\",\"RS384\",\"RS512\"]")
        .contains("\"subject_types_supported\":[\"pairwise\",\"public\"]")
        .contains(":classes:PasswordProtectedTransport\"]");
  }
}
