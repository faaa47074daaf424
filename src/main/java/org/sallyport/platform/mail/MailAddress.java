package org.sallyport.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to (RFC 5321 §4.1.2). Neither part can have a line break, a
 * space or an invisible character, so an address ends no header and adds none.
 *
 * @param local the part before the sign, in any script (RFC 6531 §3.3)
 * @param domain its domain, in ASCII and in small letters: {@code xn--bcher-kva.example}
 */
public record MailAddress(String local, String domain) {
  /** How many characters one has at most (RFC 5321 §4.5.3.1.3). */
  public static final int LONGEST = 254;

  private static final int LONGEST_LOCAL = 64;
  // Of a domain in another script than ASCII.
  private static final int MOST_TYPED = 1_000;
  private static final int LONGEST_DOMAIN = 253;
  // Domains with these were other domains under the rules of before (RFC 5894 §7.2).
  private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[^\\x00-\\x7F]]++";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Z}\\uFFF0-\\uFFFF]");
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?[0-9]+");

  public MailAddress {
    check(!local.isEmpty(), "there is nothing before the @");
    // Before any regular expression, since anybody may type anything.
    check(local.length() <= LONGEST_LOCAL, "the part before the @ is too long");
    check(domain.length() <= LONGEST_DOMAIN, "it is too long");
    check(!INVISIBLE.matcher(local).find(), "there is a space or an invisible character in it");
    check(LOCAL.matcher(local).matches(), "the part before the @ has a character or dot too many");
    check(local.getBytes(UTF_8).length <= LONGEST_LOCAL, "the part before the @ is too long");
    check(domain.equals(ascii(domain)), "the domain is not in ASCII and small letters");
    check(local.getBytes(UTF_8).length + 1 + domain.length() <= LONGEST, "it is too long");
  }

  /**
   * The address that is written here; refuses one that mail cannot be sent to, with the reason.
   * Quoted local parts and addresses of hosts by number are refused too.
   */
  public static MailAddress of(String text) {
    check(text.length() <= MOST_TYPED, "it is too long");
    var at = text.lastIndexOf('@');
    check(at >= 0, "it has no @");
    var local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
    return new MailAddress(local, ascii(text.substring(at + 1)));
  }

  /** The address that is written here, if mail can be sent to it. */
  public static Optional<MailAddress> find(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether every mail server takes it, not only those that know SMTPUTF8 (RFC 6531). */
  public boolean isAscii() {
    return local.chars().allMatch(c -> c < 0x80);
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }

  private static String ascii(String written) {
    var domain = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    check(!domain.isEmpty(), "there is nothing after the @");
    check(!INVISIBLE.matcher(domain).find(), "there is a space or an invisible character in it");
    check(
        !AMBIGUOUS.matcher(domain).find(),
        "the domain could be two different ones; write it in its ASCII form (xn--…)");
    var ascii = encoded(domain);
    check(ascii.length() <= LONGEST_DOMAIN && !ascii.endsWith("."), "the domain is no domain");
    check(!NUMBER.matcher(ascii).matches(), "the domain is a number");
    check(
        ascii.equals(domain) || IDN.toUnicode(ascii).equals(domain),
        "the domain could be another one; write it in its ASCII form (xn--…)");
    return ascii;
  }

  private static String encoded(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("this is no e-mail address: the domain is no domain", e);
    }
  }

  private static void check(boolean right, String wrong) {
    if (!right) {
      throw new IllegalArgumentException("this is no e-mail address: " + wrong);
    }
  }
}
