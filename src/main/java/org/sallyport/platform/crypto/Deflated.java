package org.sallyport.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Text made smaller (RFC 1951), for URLs. */
public final class Deflated {
  /** The most bytes that are packed or unpacked, so that a short ticket is no great work. */
  public static final int LONGEST = 65_536;

  private Deflated() {}

  /** Whether the text is short enough to be packed. */
  public static boolean takes(String text) {
    return text.length() <= LONGEST && text.getBytes(UTF_8).length <= LONGEST;
  }

  public static byte[] deflate(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static String inflate(byte[] deflated) {
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      var bytes = inflater.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("more than " + LONGEST + " bytes are packed");
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
