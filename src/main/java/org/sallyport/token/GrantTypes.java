package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.UNSUPPORTED_GRANT_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.sallyport.platform.runtime.Lazy;
import org.sallyport.protocol.OAuthException;

/** All grant types that are served. */
@ApplicationScoped
class GrantTypes {
  @Inject Instance<GrantType> all;

  private final Lazy<List<GrantType>> served = new Lazy<>(() -> all.stream().toList());

  /** The grant type of this name; refuses any other, and says what replaced an old one. */
  GrantType named(String name) {
    return served.get().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> refusal(name));
  }

  /** Whether these name one grant type, and it stores nothing. */
  boolean storeNothing(List<String> named) {
    return named.size() == 1
        && served.get().stream().anyMatch(t -> !t.stores() && t.name().equals(named.get(0)));
  }

  List<String> names() {
    return served.get().stream().map(GrantType::name).toList();
  }

  // RFC 9700 §2.1.2 and §2.4.
  private OAuthException refusal(String name) {
    return UNSUPPORTED_GRANT_TYPE.because(
        switch (name) {
          case "password" ->
              "password is not offered, since clients must not see passwords;"
                  + " use authorization_code with PKCE";
          case "implicit" ->
              "implicit is not offered, since its tokens leak from addresses;"
                  + " use authorization_code with PKCE";
          default -> "grant_type must be one of " + String.join(", ", names());
        });
  }
}
