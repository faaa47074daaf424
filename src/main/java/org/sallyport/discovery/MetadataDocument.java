package org.sallyport.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.StartStep;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.http.ReadyBytes;

/** The metadata document, collected once from all who know a part of it. */
@ApplicationScoped
public class MetadataDocument implements StartStep {
  private volatile ReadyBytes bytes = new ReadyBytes("{}");

  @Inject Instance<MetadataSource> sources;
  @Inject Settings settings;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    var metadata = new Metadata();
    sources.forEach(source -> source.describe(metadata));
    settings.mtls().alias().ifPresent(a -> metadata.alias(settings.issuer(), a.value()));
    bytes = new ReadyBytes(metadata.toJson());
  }

  /** The document, ready to send. */
  public ReadyBytes bytes() {
    return bytes;
  }
}
