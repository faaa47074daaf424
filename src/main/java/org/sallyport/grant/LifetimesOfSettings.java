package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.sallyport.platform.config.Settings;

/** Takes the lifetimes of grants from the settings. */
@ApplicationScoped
public class LifetimesOfSettings {

  /** The lifetimes that the operator set. */
  @Produces
  Lifetimes lifetimes(Settings settings) {
    var tokens = settings.tokens();
    return new Lifetimes(
        tokens.codeLifetime(),
        tokens.accessTokenLifetime(),
        tokens.refreshTokenIdle(),
        tokens.refreshTokenLifetime(),
        tokens.refreshGrace());
  }
}
