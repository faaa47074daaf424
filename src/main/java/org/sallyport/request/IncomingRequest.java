package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.time.Duration;
import java.util.Optional;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.client.profile.SecurityProfile.AuthorizationFacts;
import org.sallyport.client.registry.Client;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.protocol.request.Parameters;

/**
 * An authorization request as it came.
 *
 * @param checked whether all this was found right when it was put on hold or pushed
 * @param pushed whether its client had sent it ahead (RFC 9126)
 * @param reference what stands for it, if it is one that was sent ahead and now came
 * @param signedBy the algorithm by which its client has signed it, if it has (RFC 9101)
 * @param lasts for how long what was signed is good; zero if it does not say
 */
public record IncomingRequest(
    Parameters parameters,
    boolean checked,
    boolean pushed,
    Optional<String> reference,
    Optional<String> signedBy,
    Duration lasts) {

  /** One that is neither pushed nor signed. */
  public static IncomingRequest plain(Parameters parameters) {
    return new IncomingRequest(
        parameters, false, false, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  /** One that is being pushed. */
  public static IncomingRequest pushed(Parameters parameters) {
    return new IncomingRequest(
        parameters, false, true, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  /** One that was checked when it was put on hold. */
  public static IncomingRequest held(PendingAuthorization held) {
    return checked(held.parameters(), held.pushedAs());
  }

  /** One that was checked when it was pushed. */
  public static IncomingRequest referred(Parameters parameters, String reference) {
    return checked(parameters, Optional.of(reference));
  }

  private static IncomingRequest checked(Parameters parameters, Optional<String> reference) {
    return new IncomingRequest(parameters, true, true, reference, Optional.empty(), Duration.ZERO);
  }

  /** The same with what was found signed. */
  IncomingRequest signed(Parameters said, String algorithm, Duration goodFor) {
    return new IncomingRequest(said, checked, pushed, reference, Optional.of(algorithm), goodFor);
  }

  /** The same with these parameters. */
  public IncomingRequest saying(Parameters said) {
    return new IncomingRequest(said, checked, pushed, reference, signedBy, lasts);
  }

  /** Whether its client has signed it. */
  boolean signed() {
    return signedBy.isPresent();
  }

  /** Refuses a request that comes otherwise than the profile of its client says. */
  void mustFollowTheProfileOf(Client client) {
    if (!checked) {
      var facts = new AuthorizationFacts(pushed, signedBy, lasts, parameters);
      SecurityProfile.of(client.metadata()).check(facts);
    }
  }

  /** Refuses a request that was not pushed though its client is registered to push them. */
  void mustBePushedIfRequiredOf(Client client) {
    if (!checked && !pushed && client.metadata().requests().pushedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to push its requests first (require_pushed_authorization_requests)");
    }
  }

  /** Refuses a request that is not signed though its client is registered to sign them. */
  void mustBeSignedIfRequiredOf(Client client) {
    if (!checked && !signed() && client.metadata().requests().signedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to sign its requests (require_signed_request_object)");
    }
  }
}
