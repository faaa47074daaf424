package org.sallyport.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;

/** A PNG (RFC 2083): signature and chunks, of which a picture needs five kinds. */
final class PngFile {
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int HEADER = 13;

  private PngFile() {}

  static CheckedFile check(byte[] file) throws PictureRefused {
    var checked = new CheckedFile("png");
    checked.keep(file, 0, SIGNATURE);
    var place = SIGNATURE;
    var name = "";
    while (!name.equals("IEND")) {
      var length = length(file, place);
      name = new String(file, place + 4, 4, ISO_8859_1);
      if (name.equals("IHDR") != (place == SIGNATURE) || (place == SIGNATURE && length != HEADER)) {
        throw new PictureRefused("its header is not right");
      }
      if (place == SIGNATURE) {
        checked.size(number(file, place + 8), number(file, place + 12));
      }
      if (NEEDED.contains(name)) {
        checked.keep(file, place, length + AROUND);
      }
      place += length + AROUND;
    }
    return checked.complete();
  }

  private static int length(byte[] file, int place) throws PictureRefused {
    var length = number(file, place);
    if (length < 0 || length > file.length - place - AROUND) {
      throw new PictureRefused("it ends early");
    }
    return length;
  }

  private static int number(byte[] file, int place) throws PictureRefused {
    return CheckedFile.pair(file, place) << 16 | CheckedFile.pair(file, place + 2);
  }
}
