package org.sallyport.platform.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that somebody else made, as a small PNG of our own. */
public final class Picture {
  private static final int LONGEST_DECODED = 1_024;
  private static final String OF_THE_JDK = "com.sun.imageio.";

  private final byte[] png;
  private final int width;
  private final int height;

  private Picture(BufferedImage image) throws IOException {
    png = encoded(image);
    width = image.getWidth();
    height = image.getHeight();
  }

  /**
   * The picture in this file, which is PNG, JPEG or GIF; smaller if it does not fit, never larger.
   *
   * @throws PictureRefused if it is none of these, is broken, or would be too much to decode
   */
  public static Picture read(byte[] file, int widest, int highest) throws PictureRefused {
    var checked = checked(file);
    try {
      return withLibraryOfJdk(() -> new Picture(Pixels.fitted(decoded(checked), widest, highest)));
    } catch (Exception | LinkageError e) {
      throw new PictureRefused("it cannot be decoded");
    }
  }

  /** The file. */
  public byte[] png() {
    return png.clone();
  }

  /** How many pixels it is wide. */
  public int width() {
    return width;
  }

  /** How many pixels it is high. */
  public int height() {
    return height;
  }

  private static CheckedFile checked(byte[] file) throws PictureRefused {
    if (begins(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return PngFile.check(file);
    }
    if (begins(file, 0xff, 0xd8, 0xff)) {
      return JpegFile.check(file);
    }
    if (begins(file, 'G', 'I', 'F', '8')) {
      return GifFile.check(file);
    }
    throw new PictureRefused("it is neither PNG nor JPEG nor GIF; SVG is not taken");
  }

  private static boolean begins(byte[] file, int... bytes) {
    for (var i = 0; i < bytes.length; i++) {
      if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage decoded(CheckedFile file) throws IOException {
    var reader = ofJdk(ImageIO.getImageReadersByFormatName(file.format()));
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
      reader.setInput(in, true, true);
      var wanted = reader.getDefaultReadParam();
      var step = (file.longerSide() + LONGEST_DECODED - 1) / LONGEST_DECODED;
      wanted.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, wanted);
    } finally {
      reader.dispose();
    }
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    var writer = ofJdk(ImageIO.getImageWritersByFormatName("png"));
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, null));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static <T> T ofJdk(Iterator<T> found) {
    while (found.hasNext()) {
      var one = found.next();
      if (one.getClass().getName().startsWith(OF_THE_JDK)) {
        return one;
      }
    }
    throw new IllegalStateException("this JDK has no library for pictures");
  }

  // The library keeps the context class loader of whoever uses it first, and looks for more in it.
  private static <T> T withLibraryOfJdk(Callable<T> work) throws Exception {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
