package org.sallyport.resource.api;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.sallyport.protocol.LocalizedText;

/** The scopes that say what a client learns of a person (OpenID Connect Core §5.4, §11). */
public final class StandardScopes {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private static final List<ScopeText> ALL =
      List.of(
          text("openid", false, false),
          text("profile", true, false),
          text("email", true, false),
          text("address", true, true),
          text("phone", true, true),
          text("groups", false, false),
          text("offline_access", false, true));

  private StandardScopes() {}

  /** All of them. */
  public static List<ScopeText> all() {
    return ALL;
  }

  /** The text of this scope, if it is a standard one. */
  public static Optional<ScopeText> find(String scope) {
    return ALL.stream().filter(s -> s.scope().equals(scope)).findFirst();
  }

  /** Whether the scope is about a person, so that no client can have it for itself. */
  public static boolean contains(String scope) {
    return find(scope).isPresent();
  }

  private static ScopeText text(String scope, boolean optional, boolean sensitive) {
    return new ScopeText(
        scope, bundled(scope + ".title"), bundled(scope + ".description"), optional, sensitive);
  }

  private static LocalizedText bundled(String key) {
    return language ->
        ResourceBundle.getBundle(
                "org.sallyport.resource.api.scopes",
                language,
                StandardScopes.class.getClassLoader(),
                NO_FALLBACK)
            .getString(key);
  }
}
