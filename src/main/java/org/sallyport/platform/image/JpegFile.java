package org.sallyport.platform.image;

/**
 * A JPEG (ITU-T T.81 §B.1): segments that begin with a marker, and scans. A progressive one may
 * have thousands of scans in few bytes, each of which is work for all pixels.
 */
final class JpegFile {
  private static final int MOST_SCANS = 24;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int JFIF = 0xe0;
  private static final int ADOBE = 0xee;
  private static final int COMMENT = 0xfe;

  private final byte[] file;
  private final CheckedFile checked = new CheckedFile("jpeg");
  private int place = 2;
  private int scans;
  private int frames;

  private JpegFile(byte[] file) {
    this.file = file;
  }

  static CheckedFile check(byte[] file) throws PictureRefused {
    return new JpegFile(file).checked();
  }

  private CheckedFile checked() throws PictureRefused {
    checked.keep(file, 0, place);
    var marker = marker();
    while (marker != END) {
      segment(marker);
      marker = marker();
    }
    checked.keep(file, place - 2, 2);
    return checked.complete();
  }

  // Any number of 0xff may stand before a marker.
  private int marker() throws PictureRefused {
    if (CheckedFile.at(file, place) != 0xff) {
      throw new PictureRefused("it is no JPEG all through");
    }
    while (CheckedFile.at(file, place) == 0xff) {
      place++;
    }
    place++;
    return CheckedFile.at(file, place - 1);
  }

  private void segment(int marker) throws PictureRefused {
    var begin = place - 2;
    var length = CheckedFile.pair(file, place);
    if (length < 2 || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) {
      throw new PictureRefused("it is no JPEG all through");
    }
    if (isFrame(marker)) {
      frame();
    }
    place += length;
    if (marker == SCAN) {
      scan();
    }
    CheckedFile.at(file, place - 1);
    if (isNeeded(marker)) {
      checked.keep(file, begin, place - begin);
    }
  }

  private void frame() throws PictureRefused {
    if (++frames > 1) {
      throw new PictureRefused("it has more than one picture");
    }
    checked.size(CheckedFile.pair(file, place + 5), CheckedFile.pair(file, place + 3));
  }

  private void scan() throws PictureRefused {
    if (++scans > MOST_SCANS) {
      throw new PictureRefused("it has more than " + MOST_SCANS + " scans");
    }
    while (!isMarker()) {
      place++;
    }
  }

  // In the data of a scan, 0xff is followed by 0, or by the number of a restart.
  private boolean isMarker() throws PictureRefused {
    if (CheckedFile.at(file, place) != 0xff) {
      return false;
    }
    var next = CheckedFile.at(file, place + 1);
    return next != 0 && (next < 0xd0 || next > 0xd7);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean isNeeded(int marker) {
    var application = marker >= JFIF && marker <= 0xef;
    return (!application || marker == JFIF || marker == ADOBE) && marker != COMMENT;
  }
}
