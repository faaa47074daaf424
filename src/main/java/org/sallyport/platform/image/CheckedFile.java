package org.sallyport.platform.image;

import java.io.ByteArrayOutputStream;

/** The parts of a file that a picture needs, and how large the picture is. */
final class CheckedFile {
  private static final int LONGEST_SIDE = 4_096;
  private static final int MOST_PIXELS = 1 << 22;

  private final String format;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int width;
  private int height;

  /**
   * Without any part yet.
   *
   * @param format as {@code javax.imageio} calls it
   */
  CheckedFile(String format) {
    this.format = format;
  }

  /** Keeps these bytes of the file. */
  void keep(byte[] file, int from, int length) {
    kept.write(file, from, length);
  }

  /** Takes note of the size; refuses one that would take too much memory to decode. */
  void size(int pixelsWide, int pixelsHigh) throws PictureRefused {
    if (pixelsWide < 1 || pixelsHigh < 1) {
      throw new PictureRefused("it has no pixels");
    }
    if (pixelsWide > LONGEST_SIDE
        || pixelsHigh > LONGEST_SIDE
        || pixelsWide * pixelsHigh > MOST_PIXELS) {
      throw new PictureRefused(
          "it has %d x %d pixels, and four million are read at most"
              .formatted(pixelsWide, pixelsHigh));
    }
    width = pixelsWide;
    height = pixelsHigh;
  }

  /** Refuses a file that has told no size. */
  CheckedFile complete() throws PictureRefused {
    if (width == 0) {
      throw new PictureRefused("it has no picture");
    }
    return this;
  }

  String format() {
    return format;
  }

  byte[] bytes() {
    return kept.toByteArray();
  }

  int longerSide() {
    return Math.max(width, height);
  }

  /** The byte at a place, from 0 to 255; refuses a place behind the end. */
  static int at(byte[] file, int place) throws PictureRefused {
    if (place < 0 || place >= file.length) {
      throw new PictureRefused("it ends early");
    }
    return file[place] & 0xff;
  }

  /** The number in the two bytes at a place, the greater one first. */
  static int pair(byte[] file, int place) throws PictureRefused {
    return at(file, place) << 8 | at(file, place + 1);
  }
}
