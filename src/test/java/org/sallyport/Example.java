package org.sallyport;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.List;

/** Examples of the specifications, each in a file that is named by its section. */
public final class Example {
  private static final Path FOLDER = Path.of("src/test/resources/org/sallyport/examples");

  private Example() {}

  /** It as it is printed. */
  public static String printed(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It without white space, where that is for display only. */
  public static String compact(String name) {
    return printed(name).replaceAll("\\s", "");
  }

  /** The key in it. */
  public static JWK key(String name) {
    try {
      return JWK.parse(compact(name));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key in it as a JWK set. */
  public static String jwks(String name) {
    return "{\"keys\": [" + compact(name) + "]}";
  }

  /** The certificates in it. */
  public static List<X509Certificate> certificates(String name) {
    try (var file = Files.newInputStream(FOLDER.resolve(name))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
