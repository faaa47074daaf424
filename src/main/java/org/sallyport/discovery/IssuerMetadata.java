package org.sallyport.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.http.Texts;

/** What is true of the server as a whole (RFC 8414 §2, OpenID Connect Discovery §3). */
@ApplicationScoped
public class IssuerMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("issuer", settings.issuer());
    metadata.put("request_parameter_supported", false);
    metadata.put("request_uri_parameter_supported", false);
    metadata.add(
        "ui_locales_supported", Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList());
  }
}
