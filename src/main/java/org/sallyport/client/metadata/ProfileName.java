package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sallyport.protocol.SigningAlgorithm;

/** The profile that a client is registered with, and what it changes in the metadata. */
public enum ProfileName {
  /** No rules but everybody's. */
  NONE("", SigningAlgorithm.RS256),
  /** OAuth 2.1. */
  OAUTH_2_1("oauth2.1", SigningAlgorithm.RS256),
  /** FAPI 2.0 Security Profile. */
  FAPI2_SECURITY("fapi2-security", SigningAlgorithm.ES256),
  /** FAPI 2.0 Message Signing, which stands on the security profile. */
  FAPI2_MESSAGE_SIGNING("fapi2-message-signing", SigningAlgorithm.ES256),
  /** FAPI 1.0 Advanced Security Profile, with code and JARM. */
  FAPI1_ADVANCED("fapi1-advanced", SigningAlgorithm.ES256);

  private final String value;
  private final SigningAlgorithm usualSignature;

  ProfileName(String value, SigningAlgorithm usualSignature) {
    this.value = value;
    this.usualSignature = usualSignature;
  }

  /** The profile of this name; refuses any other. */
  public static ProfileName parse(String name) {
    return Arrays.stream(values())
        .filter(p -> p != NONE && p.value.equals(name))
        .findFirst()
        .orElseThrow(() -> INVALID_CLIENT_METADATA.because("profile must be one of " + all()));
  }

  private static String all() {
    return Arrays.stream(values())
        .filter(p -> p != NONE)
        .map(ProfileName::toString)
        .collect(Collectors.joining(", "));
  }

  /**
   * How what is signed for it is signed where the client does not say (JARM §3, RFC 9701 §6, OpenID
   * Connect Dynamic Client Registration §2); none of FAPI takes the RS256 of those (FAPI 1.0
   * Advanced 8.6).
   */
  public SigningAlgorithm usualSignature() {
    return usualSignature;
  }

  /** As it is written in a registration. */
  @Override
  public String toString() {
    return value;
  }
}
