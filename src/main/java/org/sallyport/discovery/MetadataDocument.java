package org.sallyport.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.http.ReadyBytes;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/**
 * The metadata document, collected from all who know a part of it: before the first request, and
 * then twice a second, since APIs and types of authorization details are rows that any node may
 * change. While the database is away, it is what it last was.
 */
@ApplicationScoped
public class MetadataDocument implements StartStep {
  // Rows are cached for a second, and a change has to be seen within two.
  private static final Duration PAUSE = Duration.ofMillis(500);

  private volatile ReadyBytes bytes = new ReadyBytes("{}");

  @Inject Instance<MetadataSource> sources;
  @Inject Settings settings;
  @Inject Background background;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    collect();
    background.refreshing("the metadata document", PAUSE, this::collect);
  }

  /** The document, ready to send. */
  public ReadyBytes bytes() {
    return bytes;
  }

  void collect() {
    var metadata = new Metadata();
    sources.forEach(source -> source.describe(metadata));
    settings.mtls().alias().ifPresent(a -> metadata.alias(settings.issuer(), a.value()));
    var collected = metadata.toJson();
    if (!bytes.are(collected)) {
      bytes = new ReadyBytes(collected);
    }
  }
}
