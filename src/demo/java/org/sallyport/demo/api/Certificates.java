package org.sallyport.demo.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Finds the certificate of a caller's connection, which a token may be bound to (RFC 8705 §3). */
@ApplicationScoped
public class Certificates {
  private static final String TLS = "tls";
  // What proxies write where there was no certificate.
  private static final Set<String> NONE = Set.of("", "::", "(null)", "-");

  @Inject HttpServletRequest request;

  /**
   * {@code tls} if this server ends TLS, else the header that the proxy which does puts them in.
   */
  @Inject
  @ConfigProperty(name = "demo.certificate-from")
  Optional<String> from;

  /** The address of that proxy: in this header of anybody else a certificate is nobody's. */
  @Inject
  @ConfigProperty(name = "demo.proxy")
  String proxy;

  /** Refuses a token that is bound to a key, or to another certificate than that of the caller. */
  void mustFit(JsonWebToken token) {
    try {
      var claims = SignedJWT.parse(token.getRawToken()).getJWTClaimsSet();
      var bound = X509CertificateConfirmation.parse(claims);
      if (bound == null && claims.getClaim("cnf") != null) {
        throw Refusal.INVALID_TOKEN.because(
            "This token is bound to a key: send it as DPoP, with a proof.");
      }
      if (bound != null
          && !shown().map(X509CertificateConfirmation::of).equals(Optional.of(bound))) {
        throw Refusal.INVALID_TOKEN.because(
            "This token is bound to a certificate: show that certificate in TLS.");
      }
    } catch (ParseException | CertificateException | IllegalArgumentException e) {
      throw Refusal.INVALID_TOKEN.because("Token or certificate cannot be read.");
    }
  }

  private Optional<X509Certificate> shown() throws CertificateException {
    if (from.filter(TLS::equals).isPresent()) {
      return request.getAttribute("jakarta.servlet.request.X509Certificate")
                  instanceof X509Certificate[] chain
              && chain.length > 0
          ? Optional.of(chain[0])
          : Optional.empty();
    }
    if (from.isEmpty() || !request.getRemoteAddr().equals(proxy)) {
      return Optional.empty();
    }
    var sent = Collections.list(request.getHeaders(from.get()));
    return sent.size() == 1 && !NONE.contains(sent.get(0).strip())
        ? Optional.of(read(sent.get(0)))
        : Optional.empty();
  }

  // Base64 between colons (RFC 9440 §2.1) or without (HAProxy), PEM with spaces for line breaks
  // (Apache), or percent-encoded PEM (nginx).
  private static X509Certificate read(String header) throws CertificateException {
    var pem =
        header.indexOf('%') < 0
            ? header.strip()
            : URLDecoder.decode(header.replace("+", "%2B"), US_ASCII);
    var base64 = pem.replaceAll("-----(BEGIN|END) CERTIFICATE-----|^:|:$|\\s", "");
    var bytes = Base64.getDecoder().decode(base64);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }
}
