package org.sallyport.person.credential.foreign;

import java.util.Base64;

/** The bytes in the text of a hash, and their bounds. */
final class HashBytes {
  private static final int SHORTEST_HASH = 16;
  private static final int LONGEST = 128;

  private HashBytes() {}

  /** A salt: base64, its end padded or not, with + or the dot of passlib. */
  static byte[] salt(String text) {
    return within("the salt", decode(text), 1);
  }

  /** A hash, in the same form; a short one would let wrong passwords in. */
  static byte[] hash(String text) {
    return within("the hash", decode(text), SHORTEST_HASH);
  }

  /** The bytes of base64, its end padded or not, with + or the dot of passlib. */
  static byte[] decode(String text) {
    var end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    return Base64.getDecoder().decode(text.substring(0, end).replace('.', '+'));
  }

  /** Whether a password has a character that some hashes take for its end. */
  static boolean hasNull(String password) {
    return password.indexOf('\0') >= 0;
  }

  /** The number; refuses one that is greater than is checked here. */
  static int most(String what, String number, int most) {
    var value = number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number);
    if (value > most) {
      throw new IllegalArgumentException(
          what + " of " + number + " costs too much, and at most " + most + " is checked");
    }
    return value;
  }

  /** The number; refuses zero, and one that is greater than is checked here. */
  static int within(String what, String number, int most) {
    var value = most(what, number, most);
    if (value == 0) {
      throw new IllegalArgumentException(what + " must not be 0");
    }
    return value;
  }

  private static byte[] within(String what, byte[] bytes, int least) {
    if (bytes.length < least || bytes.length > LONGEST) {
      throw new IllegalArgumentException(
          what + " must have " + least + " to " + LONGEST + " bytes");
    }
    return bytes;
  }
}
