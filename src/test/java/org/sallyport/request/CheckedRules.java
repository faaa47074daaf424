package org.sallyport.request;

import java.util.EnumSet;
import org.sallyport.client.registry.Client;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.request.SignInRequirements.Wanted;

/** The rules for what a request asks for, checked in their order, without those for how it came. */
@SuppressWarnings("NullAway") // these rules look at no client but the metadata
final class CheckedRules {
  private static final EnumSet<AuthorizationRule> OF_WHAT_IS_ASKED =
      EnumSet.range(AuthorizationRule.GRANT_TYPE, AuthorizationRule.AUTHENTICATION_CONTEXT);
  private static final Client NO_CLIENT = null;

  private CheckedRules() {}

  static Wanted wanted(RequestRules rules, Parameters parameters) {
    var to = rules.request().returnTo();
    var request =
        new RequestInCheck(new RequestChecks(), NO_CLIENT, IncomingRequest.plain(parameters), to);
    request.use(rules);
    OF_WHAT_IS_ASKED.forEach(rule -> rule.check(request));
    return request.wanted();
  }
}
