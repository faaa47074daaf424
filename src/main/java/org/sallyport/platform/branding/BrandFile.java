package org.sallyport.platform.branding;

import java.util.HexFormat;
import org.sallyport.platform.crypto.Sha256;

/** A file that this installation has for its pages, at an address of its content. */
final class BrandFile {
  private final String name;
  private final String type;
  private final byte[] bytes;

  /**
   * A file.
   *
   * @param source what it was made of: the address is the same on all nodes that have the same
   *     source, even if their JDKs make other bytes of it
   * @param ending of its name, without the dot
   */
  BrandFile(byte[] source, String ending, String type, byte[] bytes) {
    this.name = HexFormat.of().formatHex(Sha256.of(source)).substring(0, 32) + "." + ending;
    this.type = type;
    this.bytes = bytes.clone();
  }

  /** Its name below {@code /brand}. */
  String name() {
    return name;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** What is in it. */
  byte[] bytes() {
    return bytes.clone();
  }
}
