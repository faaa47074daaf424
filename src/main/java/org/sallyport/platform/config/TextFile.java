package org.sallyport.platform.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A file that an operator wrote, without the byte order mark that some editors begin it with. */
public final class TextFile {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);

  private TextFile() {}

  /** The text in the file (RFC 8259 §8.1); refuses one that is not in UTF-8. */
  public static String read(Path path) throws IOException {
    return decoded(bytes(path));
  }

  /**
   * What is written in the text of a file of properties, by its keys.
   *
   * @throws IllegalArgumentException if an escape in it is none
   */
  public static Map<String, String> properties(String text) {
    var all = new Properties();
    try {
      all.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, all::getProperty));
  }

  /** The bytes of the file, which may be no text; refuses more than this many. */
  public static byte[] bytes(Path path, int most) throws IOException {
    try (var file = Files.newInputStream(path)) {
      var bytes = file.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("more than " + most + " bytes");
      }
      return bytes;
    }
  }

  /** The bytes of the file, which may be no text. */
  static byte[] bytes(Path path) throws IOException {
    var bytes = Files.readAllBytes(path);
    var mark = BYTE_ORDER_MARK.length;
    var marked = bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return marked ? Arrays.copyOfRange(bytes, mark, bytes.length) : bytes;
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
