package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.text.ParseException;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.sallyport.platform.mtls.TestCertificates;

/**
 * A client that has a certificate, and shows it in TLS as Java does by itself: not where it is
 * asked for those of named authorities, and none of them has issued it. It has none if that has no
 * name.
 *
 * @param port where a proxy listens
 * @param host which of the proxy's names it calls
 */
record CertificateHolder(int port, String host, String certificate) {
  private static final char[] NO_PASSWORD = new char[0];

  /** What it is told. */
  record Told(int status, String text) {
    JsonObject json() {
      return Json.createReader(new StringReader(text)).readObject();
    }
  }

  /** The same with another certificate. */
  CertificateHolder with(String other) {
    return new CertificateHolder(port, host, other);
  }

  /** The same at another name. */
  CertificateHolder at(String other) {
    return new CertificateHolder(port, other, certificate);
  }

  /** A post of this form, with a header. */
  Told posts(String path, Map<String, String> form, String header) {
    var body = Http.form(form);
    return told(
        """
        POST %s HTTP/1.0
        Host: %s
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d
        %s

        %s"""
            .formatted(path, host, body.length(), header, body));
  }

  /** A post of this form. */
  Told posts(String path, Map<String, String> form) {
    return posts(path, form, "Accept: */*");
  }

  /** What userinfo says to this token. */
  Told shows(String token) {
    return shows("/oauth2/userinfo", token);
  }

  /** What is said at this path to this token. */
  Told shows(String path, String token) {
    return told(
        """
        GET %s HTTP/1.0
        Host: %s
        Authorization: Bearer %s

        """
            .formatted(path, host, token));
  }

  private Told told(String request) {
    try (var plain = new Socket(InetAddress.getLoopbackAddress(), port);
        var tls = (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true)) {
      tls.setSoTimeout(20_000);
      tls.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
      tls.getOutputStream().flush();
      var answer = new String(tls.getInputStream().readAllBytes(), UTF_8);
      var body = answer.indexOf("\r\n\r\n");
      return new Told(Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(body + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How it opens connections: it trusts the proxies, and shows its certificate to them. */
  SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(own(), Identity.shared().managers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyManager[] own() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    if (!certificate.isEmpty()) {
      var chain = new Certificate[] {TestCertificates.certificate(certificate)};
      store.setKeyEntry(certificate, key(), NO_PASSWORD, chain);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, NO_PASSWORD);
    return managers.getKeyManagers();
  }

  private static PrivateKey key() {
    try {
      return ECKey.parse(Keyholder.KEY).toECPrivateKey();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
