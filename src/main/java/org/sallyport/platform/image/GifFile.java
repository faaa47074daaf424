package org.sallyport.platform.image;

/** A GIF (GIF89a §12): its first picture, with the colours and the transparency of that. */
final class GifFile {
  private static final int SCREEN = 13;
  private static final int DESCRIPTOR = 10;
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;
  private static final int CONTROL = 0xf9;
  private static final byte[] END = {0x3b};

  private final byte[] file;
  private final CheckedFile checked = new CheckedFile("gif");
  private int place;

  private GifFile(byte[] file) {
    this.file = file;
  }

  static CheckedFile check(byte[] file) throws PictureRefused {
    return new GifFile(file).checked();
  }

  private CheckedFile checked() throws PictureRefused {
    place = SCREEN + colours(SCREEN - 3);
    keep(0);
    while (CheckedFile.at(file, place) == EXTENSION) {
      extension();
    }
    if (CheckedFile.at(file, place) != PICTURE) {
      throw new PictureRefused("it has no picture");
    }
    picture();
    checked.keep(END, 0, END.length);
    return checked.complete();
  }

  private void extension() throws PictureRefused {
    var begin = place;
    var label = CheckedFile.at(file, place + 1);
    place += 2;
    blocks();
    if (label == CONTROL) {
      keep(begin);
    }
  }

  private void picture() throws PictureRefused {
    var begin = place;
    checked.size(swapped(place + 5), swapped(place + 7));
    // One byte more: how wide the first codes are.
    place += DESCRIPTOR + colours(place + DESCRIPTOR - 1) + 1;
    blocks();
    keep(begin);
  }

  // Each begins with its length; one of length 0 is the last.
  private void blocks() throws PictureRefused {
    var length = CheckedFile.at(file, place);
    while (length > 0) {
      place += length + 1;
      length = CheckedFile.at(file, place);
    }
    place++;
  }

  private void keep(int begin) throws PictureRefused {
    CheckedFile.at(file, place - 1);
    checked.keep(file, begin, place - begin);
  }

  private int colours(int flags) throws PictureRefused {
    var bits = CheckedFile.at(file, flags);
    return (bits & 0x80) == 0 ? 0 : 3 << ((bits & 7) + 1);
  }

  private int swapped(int at) throws PictureRefused {
    return CheckedFile.at(file, at) | CheckedFile.at(file, at + 1) << 8;
  }
}
