package org.sallyport.person.credential.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * A hash of bcrypt (Provos and Mazières, USENIX 1999): {@code $2a$}, {@code $2b$} or {@code $2y$},
 * which mean the same. Only the first 72 bytes of a password count, as wherever it is used; once
 * the password has signed in, all of it does.
 */
final class Bcrypt implements ForeignHash {
  private static final Pattern FORM =
      Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
  private static final int MOST = 14;
  private static final int COSTLY = 12;
  private static final int LONGEST_KEY = 72;
  private static final String ITS_ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final String text;
  private final int cost;
  private final byte[] salt;
  private final byte[] hash;

  private Bcrypt(String text, int cost, byte[] salt, byte[] hash) {
    this.text = text;
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  static Optional<Bcrypt> read(String text) {
    if (text.startsWith("$2$") || text.startsWith("$2x$")) {
      throw new IllegalArgumentException(
          text.substring(0, text.indexOf('$', 1) + 1) + " is bcrypt with a known flaw");
    }
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var cost = HashBytes.most("bcrypt", form.group(1), MOST);
    if (cost < 4) {
      throw new IllegalArgumentException("bcrypt has a cost of 4 at least");
    }
    return Optional.of(new Bcrypt(text, cost, decode(form.group(2)), decode(form.group(3))));
  }

  @Override
  public boolean matches(String password) {
    if (HashBytes.hasNull(password)) {
      return false;
    }
    var bytes = password.getBytes(UTF_8);
    var key = Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_KEY));
    // With the zero that ends a text in C, where there is room for it. The last byte of 24 was
    // never written down.
    var made = Arrays.copyOf(BCrypt.generate(key, salt, cost, true), hash.length);
    return MessageDigest.isEqual(hash, made);
  }

  @Override
  public boolean isCostly() {
    return cost >= COSTLY;
  }

  @Override
  public String text() {
    return text;
  }

  private static byte[] decode(String text) {
    var base64 = new StringBuilder();
    text.chars().forEach(c -> base64.append(BASE64.charAt(ITS_ALPHABET.indexOf(c))));
    return Base64.getDecoder().decode(base64.toString());
  }
}
