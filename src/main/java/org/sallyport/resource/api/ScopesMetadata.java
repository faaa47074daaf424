package org.sallyport.resource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** The scopes that clients may be registered for (RFC 8414 §2, OpenID Connect Discovery §3). */
@ApplicationScoped
public class ScopesMetadata implements MetadataSource {
  @Inject ResourceServers servers;

  @Override
  public void describe(Metadata metadata) {
    metadata.add("scopes_supported", StandardScopes.all().stream().map(ScopeText::scope).toList());
    for (var server : servers.all()) {
      metadata.add("scopes_supported", server.scopes().stream().map(ScopeText::scope).toList());
    }
  }
}
