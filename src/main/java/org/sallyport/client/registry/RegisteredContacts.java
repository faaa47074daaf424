package org.sallyport.client.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.client.metadata.ClientDescription;
import org.sallyport.platform.page.ApplicationContacts;
import org.sallyport.protocol.ClientId;

/** Whom people can turn to about a client, as it is registered (RFC 7591 §2). */
@ApplicationScoped
class RegisteredContacts implements ApplicationContacts {
  @Inject Clients clients;

  @Override
  public Optional<Contact> of(ClientId client, Locale language) {
    return clients.find(client).map(found -> contact(found.metadata().about(), language));
  }

  static Contact contact(ClientDescription about, Locale language) {
    return new Contact(
        about.name().in(language),
        about.owner(),
        about.contacts(),
        about.pages().homepage().map(URI::toString));
  }
}
