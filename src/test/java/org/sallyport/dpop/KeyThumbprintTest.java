package org.sallyport.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.Example;
import org.sallyport.Post;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.Thumbprint;

/** A proven key is named as the specification names its example. */
class KeyThumbprintTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));

  @Test
  @Spec({"RFC 7638 §3.1", "RFC 7517 Appendix A.2"})
  void the_key_of_the_specification_has_the_thumbprint_of_the_specification() {
    var prover = new Prover(new Signer(Example.key("rfc7517-a.2.jwk"), "RS256"), clock);
    var post = Post.of().proving(prover.proof("POST", "https://id.test/oauth2/token"));
    var proof =
        TestProofs.over(Stores.h2(), clock)
            .read(
                post.request(),
                new TestResponse().response(),
                ProofContext.at("/oauth2/token", false));
    assertThat(proof.map(DpopProof::key))
        .contains(new Thumbprint("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
  }
}
