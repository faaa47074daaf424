package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.protocol.address.AddressRange;

/** Whom a client's certificate names (RFC 8705 §2.1.2). */
public record CertificateSubject(SubjectKind kind, String name) {
  // Of the certificates of banks and companies, and without a word in RFC 2253.
  private static final Map<String, String> BY_OID =
      Map.of(
          "2.5.4.5", "serialNumber",
          "2.5.4.15", "businessCategory",
          "2.5.4.97", "organizationIdentifier",
          "1.2.840.113549.1.9.1", "emailAddress",
          "1.3.6.1.4.1.311.60.2.1.3", "jurisdictionCountryName");
  private static final Map<String, String> BY_NAME =
      BY_OID.entrySet().stream()
          .collect(Collectors.toMap(e -> e.getValue().toUpperCase(Locale.ROOT), e -> e.getKey()));

  /** Where in the certificate the name is. */
  enum SubjectKind {
    /** The subject's distinguished name, whatever its spaces and capitals (RFC 4514). */
    DN("tls_client_auth_subject_dn") {
      @Override
      boolean names(X509Certificate certificate, String name) {
        return plain(certificate.getSubjectX500Principal()).equals(plain(distinguished(name)));
      }

      @Override
      boolean isWellFormed(String name) {
        return !plain(distinguished(name)).isEmpty();
      }
    },
    /** A host. */
    DNS("tls_client_auth_san_dns") {
      @Override
      boolean names(X509Certificate certificate, String name) {
        return has(certificate, 2, name, String::equalsIgnoreCase);
      }
    },
    /** A URI. */
    URI("tls_client_auth_san_uri") {
      @Override
      boolean names(X509Certificate certificate, String name) {
        return has(certificate, 6, name, String::equals);
      }
    },
    /** An address, however it is written. */
    IP("tls_client_auth_san_ip") {
      @Override
      boolean names(X509Certificate certificate, String name) {
        return has(
            certificate,
            7,
            name,
            (one, other) -> AddressRange.address(one).equals(AddressRange.address(other)));
      }

      @Override
      boolean isWellFormed(String name) {
        return AddressRange.address(name).isPresent();
      }
    },
    /** A mailbox. */
    EMAIL("tls_client_auth_san_email") {
      @Override
      boolean names(X509Certificate certificate, String name) {
        return has(certificate, 1, name, String::equals);
      }
    };

    private final String key;

    SubjectKind(String key) {
      this.key = key;
    }

    abstract boolean names(X509Certificate certificate, String name);

    boolean isWellFormed(String name) {
      return !name.isBlank();
    }
  }

  public CertificateSubject {
    try {
      if (!kind.isWellFormed(name)) {
        throw INVALID_CLIENT_METADATA.because(kind.key + " names nobody");
      }
    } catch (IllegalArgumentException e) {
      throw INVALID_CLIENT_METADATA.because(kind.key + " is no distinguished name");
    }
  }

  /** Whom the client's entry names; refuses more than one. */
  static Optional<CertificateSubject> read(ConfigValue client) {
    var all =
        Arrays.stream(SubjectKind.values())
            .flatMap(
                kind ->
                    client.child(kind.key).stream()
                        .map(
                            n ->
                                ConfigValueReader.as(
                                    n, name -> new CertificateSubject(kind, name))))
            .toList();
    if (all.size() > 1) {
      throw client.wrong("names the certificate in two ways", "keep one key of tls_client_auth_*");
    }
    return all.stream().findFirst();
  }

  /** Whether the certificate is this one's. */
  public boolean isOf(ClientCertificate certificate) {
    return kind.names(certificate.value(), name);
  }

  private static X500Principal distinguished(String name) {
    return new X500Principal(name, BY_NAME);
  }

  // Compared as texts, since a name may be encoded in several ways.
  private static LdapName plain(X500Principal principal) {
    try {
      return new LdapName(principal.getName(X500Principal.RFC2253, BY_OID));
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static boolean has(
      X509Certificate certificate, int type, String name, BiPredicate<String, String> same) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames())
          .map(Collection::stream)
          .orElseGet(() -> List.<List<?>>of().stream())
          .anyMatch(n -> n.get(0).equals(type) && same.test(String.valueOf(n.get(1)), name));
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
