package org.sallyport.platform.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** A way to reach the owner of an application, as a link where it is known how to follow it. */
final class ContactWay {
  private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
  private static final Pattern TELEPHONE = Pattern.compile("\\+[0-9][0-9 .()/-]*");
  private static final Pattern PAGE = Pattern.compile("https?://[!-~]+");

  private ContactWay() {}

  /** The contact as HTML; what is none of these is plain text (RFC 7591 §2). */
  static String html(String contact) {
    var text = "<bdi>" + Html.escape(contact) + "</bdi>";
    return address(contact)
        .map(to -> "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>".formatted(to, text))
        .orElse(text);
  }

  private static Optional<String> address(String contact) {
    if (EMAIL.matcher(contact).matches()) {
      return Optional.of("mailto:" + Html.escape(contact));
    }
    if (TELEPHONE.matcher(contact).matches()) {
      return Optional.of("tel:" + contact.replaceAll("[^0-9+]", ""));
    }
    return PAGE.matcher(contact).matches() ? Optional.of(Html.escape(contact)) : Optional.empty();
  }
}
