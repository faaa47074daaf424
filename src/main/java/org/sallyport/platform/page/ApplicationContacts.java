package org.sallyport.platform.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.protocol.ClientId;

/** Tells whom people can turn to about an application. */
public interface ApplicationContacts {

  /** Who is behind this client; none if there is no such client, or it is disabled. */
  Optional<Contact> of(ClientId client, Locale language);

  /**
   * Who is behind an application, as it is registered (RFC 7591 §2).
   *
   * @param application its name
   * @param ways how its owner is reached: e-mail addresses, web pages, telephone numbers
   * @param homepage where people start it
   */
  record Contact(
      String application, Optional<String> owner, List<String> ways, Optional<String> homepage) {

    /** Whether there is anything to say but the name. */
    boolean isTold() {
      return owner.isPresent() || !ways.isEmpty();
    }
  }
}
