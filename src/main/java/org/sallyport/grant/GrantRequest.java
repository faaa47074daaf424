package org.sallyport.grant;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeChallenge;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.Thumbprint;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * An authorization that is about to become a grant: who allowed what to whom, and what its code is
 * bound to.
 */
public record GrantRequest(
    ClientId client, SignedInPerson by, Approval allowed, CodeBinding binding) {

  /** The person, with the session and the sign-in that speak for them. */
  public record SignedInPerson(Subject subject, SessionId session, Authentication authentication) {}

  /**
   * What was allowed.
   *
   * @param scopes those granted; with {@code offline_access} the grant outlives the session
   * @param resources where its access tokens may be used (RFC 8707); none means the default
   * @param details what was allowed in detail (RFC 9396)
   * @param refreshable whether the client gets refresh tokens
   * @param claims those that the request named one by one
   */
  public record Approval(
      Scopes scopes,
      List<Resource> resources,
      AuthorizationDetails details,
      boolean refreshable,
      RequestedClaims claims) {
    public Approval {
      resources = List.copyOf(resources);
    }
  }

  /**
   * What the code is redeemed against.
   *
   * @param redirectUri where the code is sent, as the request had it
   * @param challenge none only for a client that may go without (RFC 9700 §2.1.1)
   * @param key which the client has to hold too, if it said so (RFC 9449 §10)
   * @param atMost how long it may wait, even where the operators let codes wait longer
   */
  public record CodeBinding(
      String redirectUri,
      @Nullable CodeChallenge challenge,
      @Nullable String nonce,
      @Nullable Thumbprint key,
      Duration atMost) {
    /** That of a grant whose code nobody gets. */
    public static final CodeBinding NONE =
        new CodeBinding("", null, null, null, Duration.ofSeconds(1));
  }
}
