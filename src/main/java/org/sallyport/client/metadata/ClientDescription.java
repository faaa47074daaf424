package org.sallyport.client.metadata;

import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.WrittenText;
import org.sallyport.protocol.LocalizedText;

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
    ClientPages pages,
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
        ClientPages.read(client),
        client.children("contacts").stream().map(WrittenText::shown).toList());
  }
}
