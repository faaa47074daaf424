package org.sallyport.person.credential.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.sallyport.person.credential.Password;
import org.sallyport.person.profile.FoldedText;
import org.sallyport.platform.crypto.Sha256;

/**
 * Passwords that are tried first, as a whole and in any case. The build makes the file of a list of
 * them ({@code src/build/java}): of each that has eight characters or more, the first five bytes of
 * the SHA-256, in their order. So one of 28 million other passwords is taken for one of these by
 * chance.
 */
final class CommonPasswords {
  private static final String FILE = "common-passwords.bin";
  private static final int LENGTH = 5;

  private final byte[] hashes;

  private CommonPasswords(byte[] hashes) {
    this.hashes = hashes;
  }

  static CommonPasswords load() {
    try (var file = CommonPasswords.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the build has made no " + FILE);
      }
      return new CommonPasswords(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many there are. */
  int size() {
    return hashes.length / LENGTH;
  }

  /** Whether it is one of them. */
  boolean contains(Password password) {
    var hash = Sha256.of(FoldedText.of(password.typed()).getBytes(UTF_8));
    var low = 0;
    var high = size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      var order = compare(hash, middle * LENGTH);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return false;
  }

  private int compare(byte[] hash, int at) {
    return Arrays.compareUnsigned(hash, 0, LENGTH, hashes, at, at + LENGTH);
  }
}
