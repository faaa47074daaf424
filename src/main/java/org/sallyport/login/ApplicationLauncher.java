package org.sallyport.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.config.Settings;

/** The applications that a person may open from the home page. */
@ApplicationScoped
class ApplicationLauncher {
  private static final int MOST = 200;

  @Inject Clients clients;
  @Inject Settings settings;

  /**
   * An application to open.
   *
   * @param host where the link leads to
   */
  public record Launchable(String name, String link, String host) {}

  /** Up to 200 of them, by their names in this language. */
  List<Launchable> all(Locale language) {
    var byName = Comparator.comparing(Launchable::name, Collator.getInstance(language)::compare);
    return clients.launchable(MOST).stream()
        .flatMap(client -> launchable(client, language).stream())
        .sorted(byName)
        .toList();
  }

  private Optional<Launchable> launchable(Client client, Locale language) {
    var about = client.metadata().about();
    var issuer = URLEncoder.encode(settings.identity().value(), UTF_8);
    return about
        .pages()
        .start(issuer)
        .map(uri -> new Launchable(about.name().in(language), uri.toString(), host(uri)));
  }

  private static String host(URI uri) {
    return Optional.ofNullable(uri.getHost()).orElse("");
  }
}
