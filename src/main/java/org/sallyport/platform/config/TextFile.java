package org.sallyport.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that an operator wrote, in UTF-8. */
public final class TextFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /**
   * The text in the file, without the byte order mark that some editors begin it with (RFC 8259
   * §8.1).
   */
  public static String read(Path path) throws IOException {
    var text = Files.readString(path);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
