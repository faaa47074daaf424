package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.http.AllowedOrigins;
import org.sallyport.platform.persistence.StoreFault;

/** The web origins of all clients; while the database is away, those that were last known. */
@ApplicationScoped
public class ClientOrigins implements AllowedOrigins {
  private final Recent<String, Set<String>> recent = new Recent<>();
  private volatile Set<String> last = Set.of();

  @Inject ClientRows rows;

  @Override
  public boolean allows(String origin) {
    return origins().contains(origin);
  }

  private Set<String> origins() {
    try {
      last = recent.get("all", k -> Optional.of(rows.origins())).orElse(Set.of());
    } catch (RuntimeException e) {
      if (!StoreFault.passing(e)) {
        throw e;
      }
    }
    return last;
  }

  /** Reads everything anew from now on. */
  void forget() {
    recent.clear();
  }
}
