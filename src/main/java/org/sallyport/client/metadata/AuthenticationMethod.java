package org.sallyport.client.metadata;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The ways to authenticate that registrations have rules for (RFC 7591 §2, RFC 8705 §2). */
public enum AuthenticationMethod {
  /** Not at all: a public client. */
  NONE,
  /** By its secret in the Authorization header. */
  CLIENT_SECRET_BASIC,
  /** By its secret in the body. */
  CLIENT_SECRET_POST,
  /** By a JWT that is authenticated with its secret. */
  CLIENT_SECRET_JWT,
  /** By a JWT that is signed with its private key. */
  PRIVATE_KEY_JWT,
  /** By a certificate of an authority. */
  TLS_CLIENT_AUTH,
  /** By a certificate that is registered itself. */
  SELF_SIGNED_TLS_CLIENT_AUTH;

  private static final Set<String> WITH_PRIVATE_KEY =
      Stream.of(PRIVATE_KEY_JWT, TLS_CLIENT_AUTH, SELF_SIGNED_TLS_CLIENT_AUTH)
          .map(AuthenticationMethod::value)
          .collect(toUnmodifiableSet());

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The values of those by which a client shows that it has a private key. */
  public static Set<String> withPrivateKey() {
    return WITH_PRIVATE_KEY;
  }

  /** The value of {@code token_endpoint_auth_method}. */
  public String value() {
    return value;
  }

  /** Whether a registration that has this value means this method. */
  public boolean is(String registered) {
    return value.equals(registered);
  }
}
