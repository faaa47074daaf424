package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Arrays;
import java.util.Optional;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.address.InternationalNames;
import org.sallyport.protocol.request.AsSent;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

/**
 * Where the answer goes. As long as that is in doubt, a refusal must not leave for anywhere (RFC
 * 6749 §4.1.2.1).
 */
public final class ResponseTarget {
  private ResponseTarget() {}

  /** Where this client has its answer; refuses a redirect URI that is not the client's. */
  public static ReturnAddress of(ClientMetadata client, Parameters parameters) {
    var modes = client.access().responseModes();
    return new ReturnAddress(
        redirectUri(client, parameters),
        mode(parameters).filter(modes::contains).orElse(ResponseMode.QUERY),
        once(parameters, "state"));
  }

  private static String redirectUri(ClientMetadata client, Parameters parameters) {
    var redirects = client.redirects();
    var named = parameters.optional("redirect_uri");
    if (named.isPresent()) {
      return named
          .filter(uri -> redirects.matching(uri).isPresent())
          .orElseThrow(() -> notTheClients(named.get()));
    }
    // OpenID Connect Core §3.1.2.1: there it is required, even of a client that has only one.
    if (isOpenId(parameters) || redirects.uris().size() != 1) {
      throw INVALID_REQUEST.because("parameter redirect_uri is missing");
    }
    return redirects.uris().get(0).value();
  }

  private static OAuthException notTheClients(String named) {
    return INVALID_REQUEST.because(
        "redirect_uri is not registered for this client; it must be one of the client's"
            + " redirect_uris character by character"
            + InternationalNames.advice(named).map(advice -> ", and " + advice).orElse("")
            + "; received: "
            + AsSent.of(named));
  }

  private static boolean isOpenId(Parameters parameters) {
    return parameters.all("scope").stream()
        .anyMatch(scopes -> Arrays.asList(scopes.split(" ")).contains("openid"));
  }

  // One that is repeated or makes no sense is refused later, by a plain redirect.
  private static Optional<ResponseMode> mode(Parameters parameters) {
    return once(parameters, "response_mode")
        .flatMap(
            name ->
                Arrays.stream(ResponseMode.values())
                    .filter(mode -> mode.value().equals(name))
                    .findFirst());
  }

  private static Optional<String> once(Parameters parameters, String name) {
    var all = parameters.all(name);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }
}
