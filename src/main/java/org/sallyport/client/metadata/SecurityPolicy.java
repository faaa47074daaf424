package org.sallyport.client.metadata;

import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;

/**
 * What makes a client's messages hard to forge and to misuse, each part as it is registered.
 *
 * @param profile whose rules it is held to beyond everybody's
 * @param keys the keys it signs with, and those to encrypt to
 * @param authentication how it authenticates
 * @param requests how its authorization requests arrive
 * @param responses how what it receives is signed and encrypted
 * @param tokens what its access tokens are bound to
 */
public record SecurityPolicy(
    ProfileName profile,
    KeySource keys,
    AuthenticationPolicy authentication,
    RequestPolicy requests,
    ResponsePolicy responses,
    TokenPolicy tokens) {

  static SecurityPolicy read(ConfigValue client) {
    var profile =
        client
            .child("profile")
            .map(n -> ConfigValueReader.as(n, ProfileName::parse))
            .orElse(ProfileName.NONE);
    return new SecurityPolicy(
        profile,
        KeySource.read(client),
        AuthenticationPolicy.read(client),
        RequestPolicy.read(client),
        ResponsePolicy.read(client, profile),
        TokenPolicy.read(client));
  }
}
