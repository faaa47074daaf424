package org.sallyport.jwt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.sallyport.client.registry.Clients;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.resource.api.ResourceServers;

/**
 * Has a key for each algorithm that a registered client or API wants, so that it is published for
 * long enough before it signs.
 */
@ApplicationScoped
public class NeededKeys implements StartStep {
  @Inject Clients clients;
  @Inject ResourceServers servers;
  @Inject SigningKeys keys;

  @Override
  public Stage stage() {
    return Stage.REGISTERED;
  }

  /** Makes and publishes those that are missing. */
  @Override
  public void start() {
    var ofApis = servers.all().stream().map(server -> server.form().algorithm());
    Stream.concat(clients.signingAlgorithms().stream(), ofApis).distinct().forEach(keys::need);
  }
}
