package org.sallyport.protocol.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Locale;
import java.util.Set;

/**
 * Parameters that are credentials, however their names are spelt: they never stand in an address,
 * which logs and histories keep (RFC 9700 §4.3.2, OAuth 2.1 §3.2, §5.1).
 */
public final class CredentialParameters {
  private static final int LONGEST_NAME = 40;

  // Without what separates words, which spellings differ in.
  private static final Set<String> NAMES =
      Set.of(
          "accesstoken",
          "actortoken",
          "apikey",
          "assertion",
          "authorization",
          "authreqid",
          "authtoken",
          "bearer",
          "bearertoken",
          "clientassertion",
          "clientsecret",
          "code",
          "codeverifier",
          "devicecode",
          "dpop",
          "idtoken",
          "jwt",
          "passwd",
          "password",
          "pwd",
          "refreshtoken",
          "secret",
          "subjecttoken",
          "token");

  private CredentialParameters() {}

  /** Refuses a query that has one. */
  public static void refuseIn(Parameters query) {
    if (query.names().stream().anyMatch(CredentialParameters::isOne)) {
      throw INVALID_REQUEST.because(
          "the query has a secret, a code or a token: send it in the body or in a header");
    }
  }

  static boolean isOne(String name) {
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return NAMES.contains(letters);
  }
}
