package org.sallyport.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.Node;
import org.sallyport.protocol.InternationalNames;

/**
 * What people are told of a client (RFC 7591 §2).
 *
 * @param owner who stands behind it, as the operators know them
 * @param firstParty whether it is the operators' own, so that nobody is asked for consent
 */
public record About(
    LocalizedText name,
    Optional<String> owner,
    boolean firstParty,
    Optional<URI> homepage,
    Optional<URI> policy,
    Optional<URI> terms,
    List<String> contacts) {

  public About {
    contacts = List.copyOf(contacts);
  }

  static About read(Node client) {
    return new About(
        WrittenText.read(client, "client_name")
            .orElseThrow(() -> client.missing("client_name", "say what people know it by")),
        client.child("owner").map(WrittenText::shown),
        client.bool("first_party").orElse(false),
        client.child("client_uri").map(About::page),
        client.child("policy_uri").map(About::page),
        client.child("tos_uri").map(About::page),
        client.children("contacts").stream().map(WrittenText::shown).toList());
  }

  // It becomes a link on our pages, so it must not be a script.
  private static URI page(Node node) {
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
