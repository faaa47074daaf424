package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.interaction.ShortHint;
import org.sallyport.interaction.Tickets;
import org.sallyport.jwt.IdTokens;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.request.Parameters;

/**
 * ID tokens of ours as hints (OpenID Connect Core §3.1.2.1). One that is too long to be held goes
 * on as what it says, sealed.
 */
@ApplicationScoped
public class IdTokenHints {
  private static final String NAME = "id_token_hint";
  private static final int LONGEST_HELD = 1_500;

  @Inject IdTokens idTokens;
  @Inject Tickets tickets;

  /** The same parameters with a hint that can be held; refuses a long one that is none of ours. */
  Parameters shortened(Parameters parameters) {
    var all = parameters.all(NAME);
    if (all.size() != 1 || all.get(0).length() <= LONGEST_HELD) {
      return parameters;
    }
    return parameters.with(NAME, tickets.seal(read(all.get(0)).orElseThrow(IdTokenHints::foreign)));
  }

  /** Whom this hint names; refuses one that this client was not given. */
  public Subject subject(String hint, ClientId client) {
    return read(hint)
        .or(() -> tickets.openHint(hint))
        .filter(h -> h.client().equals(client))
        .map(ShortHint::subject)
        .orElseThrow(IdTokenHints::foreign);
  }

  private Optional<ShortHint> read(String hint) {
    return idTokens.readHint(hint).map(h -> new ShortHint(h.subject(), h.client()));
  }

  private static OAuthException foreign() {
    return INVALID_REQUEST.because(
        "id_token_hint is no ID token that this server gave this client");
  }
}
