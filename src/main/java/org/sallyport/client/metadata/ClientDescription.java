package org.sallyport.client.metadata;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.WrittenText;
import org.sallyport.protocol.LocalizedText;
import org.sallyport.protocol.address.InternationalNames;

/**
 * What people are told of a client (RFC 7591 §2).
 *
 * @param owner who stands behind it, as the operators know them
 * @param firstParty whether it is the operators' own, so that nobody is asked for consent
 */
public record ClientDescription(
    LocalizedText name,
    Optional<String> owner,
    boolean firstParty,
    Optional<URI> homepage,
    Optional<URI> policy,
    Optional<URI> terms,
    List<String> contacts) {

  public ClientDescription {
    contacts = List.copyOf(contacts);
  }

  static ClientDescription read(ConfigValue client) {
    return new ClientDescription(
        WrittenText.read(client, "client_name")
            .orElseThrow(() -> client.missing("client_name", "say what people know it by")),
        client.child("owner").map(WrittenText::shown),
        client.bool("first_party").orElse(false),
        client.child("client_uri").map(ClientDescription::page),
        client.child("policy_uri").map(ClientDescription::page),
        client.child("tos_uri").map(ClientDescription::page),
        client.children("contacts").stream().map(WrittenText::shown).toList());
  }

  // It becomes a link on our pages, so it must not be a script.
  private static URI page(ConfigValue node) {
    try {
      var uri = URI.create(node.text());
      var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw node.wrong("is not a URI", "write it like https://host/path");
    }
    throw node.wrong(
        "is not the address of a web page",
        InternationalNames.advice(node.text())
            .map(advice -> "it " + advice)
            .orElse("write it like https://host/path"));
  }
}
