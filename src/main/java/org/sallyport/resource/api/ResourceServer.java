package org.sallyport.resource.api;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.config.WrittenText;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.LocalizedText;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.TokenForm;

/**
 * An API that takes our access tokens (RFC 8707 §2).
 *
 * @param form what its access tokens look like
 * @param introspectors the clients that may ask about its tokens (RFC 7662 §4)
 * @param since when it became what it is: what was allowed before does not speak of it
 */
public record ResourceServer(
    Resource id,
    LocalizedText title,
    TokenForm form,
    List<ScopeText> scopes,
    Set<ClientId> introspectors,
    Instant since) {

  public ResourceServer {
    scopes = List.copyOf(scopes);
    introspectors = Set.copyOf(introspectors);
  }

  /** The resource server at this node; refuses unknown keys. */
  public static ResourceServer read(ConfigValue node) {
    var id = ConfigValueReader.checked(node, n -> new Resource(n.requiredText("resource")));
    var server =
        new ResourceServer(
            id,
            WrittenText.read(node, "title").orElse(language -> id.value()),
            form(node),
            node.children("scopes").stream().map(ScopeText::read).toList(),
            new LinkedHashSet<>(
                ConfigValueReader.all(node, "introspection_clients", ClientId::new)),
            Instant.MIN);
    node.done();
    return server;
  }

  /** The same, since this time. */
  ResourceServer since(Instant time) {
    return new ResourceServer(id, title, form, scopes, introspectors, time);
  }

  /** Whether what was allowed at this time may speak of it. */
  public boolean wasThereAt(Instant time) {
    return !since.isAfter(time);
  }

  /** How it words this scope, if the scope is one of its own. */
  public Optional<ScopeText> scope(String scope) {
    return scopes.stream().filter(s -> s.scope().equals(scope)).findFirst();
  }

  private static TokenForm form(ConfigValue node) {
    var type = node.text("token_type_header").orElse(TokenForm.DEFAULT.type());
    if (!type.equals("at+jwt") && !type.equals("JWT")) {
      throw node.wrong("has token_type_header " + type, "write at+jwt or JWT");
    }
    var algorithm =
        node.child("signing_alg")
            .map(n -> ConfigValueReader.as(n, SigningAlgorithm::parse))
            .orElse(type.equals("JWT") ? SigningAlgorithm.RS256 : SigningAlgorithm.ES256);
    return new TokenForm(type, algorithm);
  }
}
