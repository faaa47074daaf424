package org.sallyport.platform.mtls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.Thumbprint;

/** A certificate whose key the sender of a request has used in TLS (RFC 8446 §4.4.3). */
public record ClientCertificate(X509Certificate value) {
  private static final List<String> OF_CLIENTS =
      List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0"); // clientAuth, anyExtendedKeyUsage

  /** What a token says that is bound to it (RFC 8705 §3.1). */
  public Confirmation confirmation() {
    var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(encoded()));
    return new Confirmation(Confirmation.Method.CERTIFICATE, new Thumbprint(hash));
  }

  /** Whether this is it, byte for byte. */
  public boolean is(byte[] other) {
    return Arrays.equals(encoded(), other);
  }

  /** Whether the time is within its validity. */
  public boolean isValidAt(Instant now) {
    try {
      value.checkValidity(Date.from(now));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /**
   * Whether one of these has issued it, for clients, and it is valid (RFC 5280 §6). Whether it was
   * revoked is for whoever ends TLS.
   */
  public boolean isIssuedBy(Collection<X509Certificate> authorities, Instant now) {
    if (authorities.isEmpty()) {
      return false;
    }
    try {
      var usage = value.getExtendedKeyUsage();
      var anchors = authorities.stream().map(a -> new TrustAnchor(a, null));
      var parameters = new PKIXParameters(anchors.collect(Collectors.toSet()));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(value));
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return usage == null || usage.stream().anyMatch(OF_CLIENTS::contains);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private byte[] encoded() {
    try {
      return value.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** By its serial number alone: the names in it may be a person's. */
  @Override
  public String toString() {
    return "ClientCertificate[" + value.getSerialNumber() + "]";
  }
}
