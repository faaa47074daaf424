package org.sallyport.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sallyport.platform.json.Json;

/**
 * What a mail says, and to whom: sealed as a whole while it waits, since its link may be a secret
 * and nobody who writes to the table may send it to someone else.
 */
public record MailContent(MailAddress to, String subject, String text, String html) {

  /** The bytes to seal. */
  byte[] bytes() {
    return Json.createObjectBuilder()
        .add("local", to.local())
        .add("domain", to.domain())
        .add("subject", subject)
        .add("text", text)
        .add("html", html)
        .build()
        .toString()
        .getBytes(UTF_8);
  }

  /** What these bytes say. */
  static MailContent read(byte[] bytes) {
    var json = Json.object(new String(bytes, UTF_8));
    return new MailContent(
        new MailAddress(json.getString("local"), json.getString("domain")),
        json.getString("subject"),
        json.getString("text"),
        json.getString("html"));
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "MailContent[]";
  }
}
