package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.SigningAlgorithm.ES256;
import static org.sallyport.protocol.SigningAlgorithm.RS256;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.crypto.Seal;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.TestSignatures;
import org.sallyport.protocol.CodeVerifier;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.request.FormEncoding;

/**
 * What the pieces cost that each request has: microseconds of processor time, by {@code mvn test
 * -Dtest=HotPieces}. No test by its name, so it runs by hand alone.
 */
class HotPieces {
  private static final long WARM_UP = Duration.ofSeconds(2).toNanos();
  private static final long MEASURED = Duration.ofSeconds(2).toNanos();
  private static final String QUERY =
      "response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fcb"
          + "&scope=openid%20profile%20email&state=af0ifjsldkj&nonce=n-0S6_WzA2Mj"
          + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
          + "&code_challenge_method=S256";

  private final JWTClaimsSet claims =
      new JWTClaimsSet.Builder().subject("alice").audience("spa").issuer("https://id.test").build();
  private final Signatures byJdk = new Signatures(Optional.empty());
  private final Signatures byLibrary = new Signatures(TestSignatures.provider().chosen());

  @SuppressWarnings("UnusedVariable") // written, so that no work can be left out
  private volatile Object kept = "";

  @Test
  void what_the_pieces_of_a_request_cost() throws Exception {
    for (var algorithm : new SigningAlgorithm[] {RS256, ES256}) {
      signatures(algorithm, "the JDK", byJdk);
      signatures(algorithm, "the native library", byLibrary);
    }
    var seal = new Seal(Secrets.random(32));
    var context = "ticket".getBytes(US_ASCII);
    var ticket = QUERY.getBytes(US_ASCII);
    var sealed = seal.seal(ticket, context);
    say("a ticket sealed", () -> seal.seal(ticket, context));
    say("a ticket opened", () -> seal.open(sealed, context));
    var verifier = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    var challenge = verifier.challenge();
    say("a code verifier checked", () -> challenge.isAnsweredBy(verifier));
    say("the parameters of a request read", () -> FormEncoding.decode(QUERY));
    say("scopes read", () -> Scopes.parse("openid profile email"));
  }

  private void signatures(SigningAlgorithm algorithm, String by, Signatures signatures)
      throws Exception {
    var key =
        SigningKey.of(algorithm, KeySeries.of(algorithm).newKey(Optional.empty()), signatures);
    var token = SignedJWT.parse(key.sign("JWT", claims));
    say(algorithm + " signed by " + by, () -> key.sign("JWT", claims));
    say(algorithm + " verified by " + by, () -> key.hasSigned(token));
  }

  private void say(String what, Callable<Object> work) throws Exception {
    repeat(work, WARM_UP);
    var before = processorTime();
    var times = repeat(work, MEASURED);
    assertThat(times).isPositive();
    System.out.printf("%8.2f µs  %s%n", (processorTime() - before) / 1_000.0 / times, what);
  }

  private long repeat(Callable<Object> work, long nanos) throws Exception {
    var end = processorTime() + nanos;
    var times = 0L;
    do {
      for (int i = 0; i < 50; i++) {
        kept = work.call();
      }
      times += 50;
    } while (processorTime() < end);
    return times;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
