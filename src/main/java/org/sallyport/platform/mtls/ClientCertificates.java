package org.sallyport.platform.mtls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.Settings;

/**
 * Finds the certificate that a client has shown: to the server, or to a trusted proxy, which hands
 * it on in the one header that is set for it (RFC 9440). In that header of anybody else it is
 * nobody's.
 */
@ApplicationScoped
public class ClientCertificates {
  private static final String KEPT = ClientCertificates.class.getName();
  // What proxies write where there was no certificate.
  private static final Set<String> NONE = Set.of("", "::", "(null)", "-");
  private static final int LONGEST = 65_536;

  private record Kept(List<String> values) {}

  @Inject Settings settings;

  /** Whether certificates are looked for at all. */
  public boolean areServed() {
    return settings.mtls().served();
  }

  /**
   * Keeps what the head of the request says, to be called before its body is read: afterwards some
   * servers show the trailers of the body among the headers, and a proxy passes those on unseen.
   */
  public void keep(HttpServletRequest request) {
    if (request.getAttribute(KEPT) == null) {
      settings
          .mtls()
          .header()
          .ifPresent(name -> request.setAttribute(KEPT, new Kept(sent(request, name))));
    }
  }

  /** The certificate of the request's sender; refuses what a proxy has garbled. */
  public Optional<ClientCertificate> of(HttpServletRequest request) {
    var mtls = settings.mtls();
    if (mtls.atThisServer()) {
      return atThisServer(request).map(ClientCertificate::new);
    }
    return mtls.header()
        .filter(name -> settings.operation().trusts(request.getRemoteAddr()))
        .flatMap(name -> read(name, sent(request, name)))
        .map(ClientCertificate::new);
  }

  private static Optional<X509Certificate> atThisServer(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
                instanceof X509Certificate[] chain
            && chain.length > 0
        ? Optional.of(chain[0])
        : Optional.empty();
  }

  private static List<String> sent(HttpServletRequest request, String name) {
    return request.getAttribute(KEPT) instanceof Kept kept
        ? kept.values()
        : Collections.list(request.getHeaders(name));
  }

  private static Optional<X509Certificate> read(String name, List<String> values) {
    if (values.size() > 1) {
      throw INVALID_REQUEST.because("there must not be two headers " + name);
    }
    try {
      var value = values.stream().map(String::strip).filter(v -> !NONE.contains(v)).findFirst();
      return value.isPresent() ? Optional.of(decoded(value.get())) : Optional.empty();
    } catch (CertificateException | IllegalArgumentException e) {
      throw INVALID_REQUEST.because("the proxy's header " + name + " holds no certificate");
    }
  }

  /**
   * The certificate in a header: base64 between colons (RFC 9440 §2.1) or without (HAProxy), PEM
   * with spaces for line breaks (Apache), or percent-encoded PEM (nginx).
   */
  static X509Certificate decoded(String value) throws CertificateException {
    if (value.length() > LONGEST) {
      throw new CertificateException("a certificate has " + LONGEST + " characters at most");
    }
    var pem =
        value.indexOf('%') < 0 ? value : URLDecoder.decode(value.replace("+", "%2B"), US_ASCII);
    var base64 = pem.replaceAll("-----(BEGIN|END) CERTIFICATE-----|^:|:$|\\s", "");
    var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
  }
}
