package org.sallyport.client.metadata;

import java.time.Duration;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;

/**
 * How people sign in to a client (OpenID Connect Dynamic Client Registration §2).
 *
 * @param defaultMaxAge how old a sign-in may be if the request does not say
 * @param subject under which subjects it knows them
 * @param idToken what ID tokens tell it of them
 */
public record SignInRules(
    PkcePolicy pkce,
    Optional<Duration> defaultMaxAge,
    boolean requireAuthTime,
    SubjectType subject,
    IdTokenContent idToken) {

  static SignInRules read(ConfigValue client) {
    return new SignInRules(
        PkcePolicy.read(client),
        client.child("default_max_age").map(n -> age(client, n)),
        client.bool("require_auth_time").orElse(false),
        SubjectType.read(client),
        IdTokenContent.read(client));
  }

  private static Duration age(ConfigValue client, ConfigValue value) {
    var seconds = client.number("default_max_age").orElseThrow();
    if (seconds < 0 || seconds > Integer.MAX_VALUE) {
      throw value.wrong("is no number of seconds", "write it like 3600");
    }
    return Duration.ofSeconds(seconds);
  }
}
