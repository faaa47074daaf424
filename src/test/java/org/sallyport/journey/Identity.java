package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What proxies of the tests prove themselves with, made anew in each run: a key and certificate.
 */
record Identity(KeyStore store, Path file, Path certificate, Path key, Path both) {
  static final String ALIAS = "proxy";
  static final String PASSWORD = "changeit";

  private static final class Holder {
    static final Identity SHARED = made(Program.emptyDirectory("identity").toPath());
  }

  static Identity shared() {
    return Holder.SHARED;
  }

  /** Trusts this certificate and nothing else. */
  SSLContext trusting() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trust this certificate and nothing else. */
  TrustManager[] managers() {
    try {
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      return managers.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Identity made(Path folder) {
    var file = folder.resolve("identity.p12");
    generate(file);
    try (var stream = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(stream, PASSWORD.toCharArray());
      var certificate = pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
      var key = pem("PRIVATE " + "KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
      return new Identity(
          store,
          file,
          Files.writeString(folder.resolve("certificate.pem"), certificate),
          Files.writeString(folder.resolve("key.pem"), key),
          Files.writeString(folder.resolve("both.pem"), certificate + key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path file) {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD,
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=login.test",
            "-ext",
            "san=dns:login.test,dns:mtls.login.test,ip:127.0.0.1",
            "-validity",
            "2");
    var program = Program.of("keytool", command, Map.of());
    if (program.exitCode(java.time.Duration.ofMinutes(1)) != 0) {
      throw new IllegalStateException(program.output());
    }
  }

  private static String pem(String type, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }
}
