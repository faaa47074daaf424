package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.protocol.Scopes;
import org.sallyport.resource.api.StandardScopes;
import org.sallyport.token.Entitlement.ForItself;

/** Gives a client access of its own; nothing is stored of it (RFC 6749 §4.4). */
@ApplicationScoped
public class ClientCredentialsGrantType implements GrantType {
  @Inject Audiences reaches;

  @Override
  public String name() {
    return "client_credentials";
  }

  @Override
  public boolean stores() {
    return false;
  }

  @Override
  public Entitlement authorize(TokenRequest request) {
    var client = request.client();
    var form = request.form();
    if (!client.confidential()) {
      throw UNAUTHORIZED_CLIENT.because("a public client has no access of its own");
    }
    var own = client.metadata().access().scopes().filter(s -> !StandardScopes.contains(s));
    var usual = form.names().contains("authorization_details") ? Scopes.NONE : own;
    var asked =
        form.optional("scope")
            .map(Scopes::parse)
            .map(ClientCredentialsGrantType::online)
            .orElse(usual);
    if (!own.containsAll(asked)) {
      throw INVALID_SCOPE.because("the scopes that this client may have for itself are: " + own);
    }
    var reach = reaches.of(client, asked, form);
    return new ForItself(client, reach, request.bound());
  }

  // OpenID Connect Core §11: offline_access is ignored where it cannot be given, beside others.
  private static Scopes online(Scopes asked) {
    var others = asked.filter(s -> !s.equals("offline_access"));
    return others.isEmpty() ? asked : others;
  }
}
