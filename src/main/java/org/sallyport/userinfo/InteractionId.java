package org.sallyport.userinfo;

import java.util.Optional;
import java.util.UUID;
import org.sallyport.client.metadata.ProfileName;

/**
 * The UUID by which a client and an API find the same exchange in the logs of both: the client's if
 * it sent one; where FAPI 1.0 wants one in any case, a new one (FAPI 1.0 Baseline §6.2.1).
 */
final class InteractionId {
  static final String HEADER = "x-fapi-interaction-id";

  private InteractionId() {}

  /** What the answer is to have, to what was sent by a client of this profile; often nothing. */
  static Optional<String> of(Optional<String> sent, ProfileName profile) {
    return sent.filter(InteractionId::isOne)
        .or(
            () ->
                profile == ProfileName.FAPI1_ADVANCED
                    ? Optional.of(UUID.randomUUID().toString())
                    : Optional.empty());
  }

  // In full: UUID.fromString() takes shorter ones too.
  private static boolean isOne(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
