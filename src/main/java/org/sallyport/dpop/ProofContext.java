package org.sallyport.dpop;

import java.util.Optional;

/**
 * What a proof has to be made for.
 *
 * @param path of the endpoint, such as {@code /oauth2/token}
 * @param nonceRequired whether it must carry a nonce of ours
 * @param accessToken the token it comes with, if there is one
 */
public record ProofContext(String path, boolean nonceRequired, Optional<String> accessToken) {

  /** A request to an endpoint without a token. */
  public static ProofContext at(String path, boolean nonceRequired) {
    return new ProofContext(path, nonceRequired, Optional.empty());
  }

  /** Without the token, which is a credential. */
  @Override
  public String toString() {
    return "Occasion[" + path + "]";
  }
}
