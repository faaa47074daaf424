package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;

/**
 * How a client authenticates: by one method (RFC 7591 §2), or by its secret in the header or the
 * body, as it likes, since both send the same.
 *
 * @param all in the order written; the first is the one that its other rules go by
 */
public record AuthenticationMethods(List<String> all) {
  private static final String ONE = "token_endpoint_auth_method";
  private static final String SEVERAL = "token_endpoint_auth_methods";
  private static final Set<String> OF_A_SENT_SECRET =
      Set.of(
          AuthenticationMethod.CLIENT_SECRET_BASIC.value(),
          AuthenticationMethod.CLIENT_SECRET_POST.value());

  public AuthenticationMethods {
    all = List.copyOf(new LinkedHashSet<>(all));
    if (all.isEmpty() || (all.size() > 1 && !OF_A_SENT_SECRET.containsAll(all))) {
      throw INVALID_CLIENT_METADATA.because(
          SEVERAL + " must be one, or client_secret_basic and client_secret_post");
    }
  }

  static AuthenticationMethods read(ConfigValue client) {
    var one = client.text(ONE);
    if (client.child(SEVERAL).isEmpty()) {
      return new AuthenticationMethods(
          List.of(one.orElseGet(AuthenticationMethod.CLIENT_SECRET_BASIC::value)));
    }
    var several = client.texts(SEVERAL);
    if (one.isPresent() && !several.contains(one.get())) {
      throw client.wrong(
          "has a " + ONE + " that is none of its " + SEVERAL, "leave " + ONE + " out");
    }
    return ConfigValueReader.checked(client, n -> new AuthenticationMethods(several));
  }

  /** The method that its other rules go by. */
  public String usual() {
    return all.get(0);
  }

  /** Whether it may authenticate so. */
  public boolean include(String method) {
    return all.contains(method);
  }

  /** As told to its developer. */
  @Override
  public String toString() {
    return String.join(" or ", all);
  }
}
