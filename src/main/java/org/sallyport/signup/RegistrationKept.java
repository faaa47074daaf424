package org.sallyport.signup;

import org.sallyport.person.NewAccount;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.mail.MailAddress;

/**
 * What is kept with a link to a new account.
 *
 * @param ticket the request that waits on the sign-in page; empty if none does
 */
record RegistrationKept(NewAccount account, String ticket) {
  private static final int MOST = 8_000;

  /** The same as a text of 8000 characters at most; without the ticket, if there is no room. */
  String text() {
    var text = json(ticket);
    return text.length() <= MOST ? text : json("");
  }

  private String json(String kept) {
    return Json.createObjectBuilder()
        .add("username", account.username())
        .add("name", account.name())
        .add("ticket", kept)
        .build()
        .toString();
  }

  /** What {@link #text} wrote, for this address. */
  static RegistrationKept read(MailAddress address, String text) {
    var json = Json.object(text);
    var account = new NewAccount(address, json.getString("username"), json.getString("name"));
    return new RegistrationKept(account, json.getString("ticket"));
  }
}
