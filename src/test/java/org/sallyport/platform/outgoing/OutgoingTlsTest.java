package org.sallyport.platform.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By https the other host proves who it is, or nothing is asked of it. */
class OutgoingTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @Test
  void a_host_with_a_good_certificate_is_asked(@TempDir Path folder) throws Exception {
    var store = store(folder, "keys.test");
    try (var there = serving(store)) {
      var got = outgoing(context(store)).get(uri("keys.test", there), "*/*");
      assertThat(new String(got, ISO_8859_1)).isEqualTo("proved");
    }
  }

  @Test
  void a_certificate_of_another_name_is_none(@TempDir Path folder) throws Exception {
    var store = store(folder, "other.test");
    try (var there = serving(store)) {
      var outgoing = outgoing(context(store));
      assertThatThrownBy(() -> outgoing.get(uri("keys.test", there), "*/*"))
          .isInstanceOf(SSLException.class);
      assertThat(there.requests()).noneMatch(r -> r.startsWith("GET"));
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_none(@TempDir Path folder) throws Exception {
    try (var there = serving(store(folder, "mine.test"))) {
      var outgoing = outgoing((SSLSocketFactory) SSLSocketFactory.getDefault());
      assertThatThrownBy(() -> outgoing.get(uri("mine.test", there), "*/*"))
          .isInstanceOf(SSLException.class);
      assertThat(there.requests()).noneMatch(r -> r.startsWith("GET"));
    }
  }

  @Test
  void a_host_that_never_finishes_the_handshake_is_left() {
    try (var there =
        Elsewhere.sending(
            javax.net.ServerSocketFactory.getDefault(),
            out -> {
              while (true) {
                out.write(new byte[] {22, 3, 3, 0, 100});
                out.flush();
                Thread.sleep(60_000);
              }
            })) {
      var outgoing = outgoing((SSLSocketFactory) SSLSocketFactory.getDefault());
      assertThatThrownBy(() -> outgoing.get(uri("keys.test", there), "*/*"))
          .isInstanceOf(IOException.class);
    }
  }

  private static URI uri(String host, Elsewhere there) {
    return URI.create("https://" + host + ":" + there.port() + "/");
  }

  private static OutgoingRequests outgoing(SSLSocketFactory tls) {
    return TestOutgoing.of("keys.test mine.test", tls, "127.0.0.1");
  }

  private static Elsewhere serving(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return Elsewhere.sending(
        context.getServerSocketFactory(),
        out -> out.write(Elsewhere.ok("proved").getBytes(ISO_8859_1)));
  }

  private static SSLSocketFactory context(KeyStore trusted) throws GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  // The JDK makes certificates by its tool alone.
  private static KeyStore store(Path folder, String host) throws Exception {
    var file = folder.resolve(host + ".p12");
    if (!Files.exists(file)) {
      var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      var command =
          List.of(
              tool,
              "-genkeypair",
              "-keyalg",
              "EC",
              "-groupname",
              "secp256r1",
              "-alias",
              "host",
              "-dname",
              "CN=" + host,
              "-ext",
              "san=dns:" + host,
              "-validity",
              "2",
              "-storetype",
              "PKCS12",
              "-storepass",
              "changeit",
              "-keystore",
              file.toString());
      var made = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(made.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(made.waitFor()).as(said).isZero();
    }
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
