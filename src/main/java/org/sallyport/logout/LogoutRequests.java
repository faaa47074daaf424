package org.sallyport.logout;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.interaction.PendingLogout;
import org.sallyport.interaction.PendingLogout.Hinted;
import org.sallyport.jwt.IdTokenHint;
import org.sallyport.jwt.IdTokens;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.request.AsSent;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;

/** Reads what an application asks for (OpenID Connect RP-Initiated Logout §2). */
@ApplicationScoped
class LogoutRequests {
  // As of an authorization request: a longer one helps nobody, and is no reason to refuse.
  private static final int LONGEST_HINT = 300;

  @Inject IdTokens idTokens;
  @Inject Clients clients;
  @Inject Clock clock;

  /** The wish; refuses an address that is not the application's own. */
  PendingLogout read(Parameters parameters) {
    parameters.refuseRepeatedExcept(Set.of());
    // A hint that is none of ours tells nothing, so the person is asked.
    var hint = parameters.optional("id_token_hint").flatMap(idTokens::readHint);
    var client = client(parameters, hint);
    return new PendingLogout(
        client.map(Client::id),
        client.flatMap(c -> returnTo(c.metadata(), parameters)),
        hint.map(h -> new Hinted(h.subject(), h.session(), h.signedInAt())),
        parameters.optional("ui_locales").filter(tags -> tags.length() <= LONGEST_HINT),
        clock.instant());
  }

  private Optional<Client> client(Parameters parameters, Optional<IdTokenHint> hint) {
    var named = parameters.optional("client_id").map(ClientId::new);
    var hinted = hint.map(IdTokenHint::client);
    if (named.isEmpty()) {
      return hinted.flatMap(clients::find);
    }
    if (hinted.isPresent() && !hinted.equals(named)) {
      throw INVALID_REQUEST.because("id_token_hint was given to another client than client_id");
    }
    return Optional.of(
        clients
            .find(named.get())
            .orElseThrow(
                () ->
                    clients.explained(
                        named.get(),
                        INVALID_REQUEST.because("client_id names no client of this server"))));
  }

  /** Where to go afterwards, with the state; refuses an address that is not the client's. */
  static Optional<String> returnTo(ClientMetadata client, Parameters parameters) {
    var uri = parameters.optional("post_logout_redirect_uri");
    if (uri.isPresent() && client.redirects().matchingPostLogout(uri.get()).isEmpty()) {
      throw INVALID_REQUEST.because(
          "post_logout_redirect_uri is not one of the client's post_logout_redirect_uris;"
              + " received: "
              + AsSent.of(uri.get()));
    }
    return uri.map(u -> parameters.optional("state").map(s -> withState(u, s)).orElse(u));
  }

  private static String withState(String uri, String state) {
    return uri + (uri.indexOf('?') < 0 ? "?" : "&") + FormEncoding.encode(Map.of("state", state));
  }
}
