package org.sallyport.platform.mtls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;

/**
 * Certificates of a test, all but the authority's for the key of RFC 7515 Appendix A.3: {@code
 * issued} by {@code authority}, {@code for-servers} by it too but for servers, and {@code
 * self-signed}; these three name the same subject.
 */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestCertificates {
  /** Where a proxy puts them. */
  public static final String HEADER = "Client-Cert";

  private static final Path FOLDER = Path.of("src/test/resources/org/sallyport/certificates");

  /** Certificates come from the proxy that every {@code Post} comes through. */
  public static final Settings SETTINGS =
      TestSettings.with(
          Map.of(
              "mtls.certificate-from",
              HEADER,
              "mtls.authorities",
              file("authority").toString(),
              "trusted-proxies",
              "192.0.2.1"));

  private TestCertificates() {}

  /** Finds them in requests by {@link #SETTINGS}. */
  public static ClientCertificates finder() {
    return finder(SETTINGS);
  }

  static ClientCertificates finder(Settings settings) {
    var finder = new ClientCertificates();
    finder.settings = settings;
    return finder;
  }

  /** The file of this certificate. */
  public static Path file(String name) {
    return FOLDER.resolve(name + ".pem");
  }

  /** The certificate of this name. */
  public static X509Certificate certificate(String name) {
    try (var file = Files.newInputStream(file(name))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It in base64. */
  public static String base64(String name) {
    try {
      return Base64.getEncoder().encodeToString(certificate(name).getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It as the value of the header (RFC 9440 §2.1). */
  public static String header(String name) {
    return ":" + base64(name) + ":";
  }

  /** It as the proxies write it: HAProxy, Apache, nginx, and whoever knows RFC 9440. */
  public static List<String> forms(String name) {
    try {
      var pem = Files.readString(file(name));
      var escaped = URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
      return List.of(
          header(name),
          base64(name),
          pem.replace('\n', ' '),
          pem.replace("\n", ""),
          escaped,
          escaped.replace("%2B", "+").replace("%2F", "/").replace("%3D", "="));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of all of them, with this one as its certificate. */
  public static String jwks(String name) {
    return """
        {"keys": [{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                   "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "x5c": ["%s"]}]}
        """
        .formatted(base64(name));
  }
}
