package org.sallyport.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.protocol.CodeVerifier;

/** An authorization request that an application makes, kept for what comes back. */
public record Authorization(
    Application application, CodeVerifier verifier, Map<String, String> parameters) {

  /** The same request with this parameter set. */
  public Authorization with(String name, String value) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Authorization(application, verifier, changed);
  }

  /** The same request without these parameters. */
  public Authorization without(String... names) {
    var changed = new LinkedHashMap<>(parameters);
    for (var name : names) {
      changed.remove(name);
    }
    return new Authorization(application, verifier, changed);
  }

  /** The URL that the application sends the browser to. */
  public String url() {
    return application.server().url("/oauth2/authorize") + "?" + Http.form(parameters);
  }

  /** Where the answer is to go. */
  public String redirectUri() {
    return parameters.getOrDefault("redirect_uri", application.redirectUri());
  }

  /** A parameter as sent. */
  public String get(String name) {
    return parameters.getOrDefault(name, "");
  }
}
