package org.sallyport.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures of tests, among them those that are meant to do harm. */
public final class TestPictures {
  private TestPictures() {}

  /** A picture of one colour in this format. */
  public static byte[] of(String format, int width, int height) {
    var opaque = format.equals("jpeg");
    var image =
        new BufferedImage(
            width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        image.setRGB(x, y, new Color(26, 95, 180).getRGB());
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A PNG of few bytes that says it is so large. */
  public static byte[] bomb(int width, int height) {
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
    return png(header.array(), chunk("IDAT", deflated(new byte[1 << 20])));
  }

  /** A PNG of one pixel with a text that is a hundred megabytes once it is unpacked. */
  public static byte[] bombInText() {
    var header = ByteBuffer.allocate(13).putInt(1).putInt(1).put(new byte[] {8, 3, 0, 0, 0});
    var text = new ByteArrayOutputStream();
    text.writeBytes("Comment\0\0".getBytes(ISO_8859_1));
    text.writeBytes(deflated(new byte[100 << 20]));
    return png(
        header.array(),
        chunk("zTXt", text.toByteArray()),
        chunk("PLTE", new byte[] {26, 95, (byte) 180}),
        chunk("IDAT", deflated(new byte[2])));
  }

  /** A drawing with a script in it. */
  public static byte[] svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
        .getBytes(UTF_8);
  }

  private static byte[] png(byte[] header, byte[]... chunks) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    file.writeBytes(chunk("IHDR", header));
    for (var chunk : chunks) {
      file.writeBytes(chunk);
    }
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] chunk(String name, byte[] data) {
    var named = ByteBuffer.allocate(data.length + 4).put(name.getBytes(ISO_8859_1)).put(data);
    var sum = new CRC32();
    sum.update(named.array());
    return ByteBuffer.allocate(data.length + 12)
        .putInt(data.length)
        .put(named.array())
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] deflated(byte[] data) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
