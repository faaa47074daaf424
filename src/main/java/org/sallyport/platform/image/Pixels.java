package org.sallyport.platform.image;

import java.awt.image.BufferedImage;

/** Makes a picture smaller: each pixel is the mean of those that it stands for. */
final class Pixels {
  private final BufferedImage source;
  private final double scale;

  /**
   * Takes the pixels of a picture.
   *
   * @param scale how many of them stand in a row of one of the result, at least 1
   */
  private Pixels(BufferedImage source, double scale) {
    this.source = source;
    this.scale = scale;
  }

  /** The picture, so much smaller that it fits; never larger. */
  static BufferedImage fitted(BufferedImage source, int widest, int highest) {
    var scale =
        Math.max(
            1.0,
            Math.max((double) source.getWidth() / widest, (double) source.getHeight() / highest));
    return new Pixels(source, scale).scaled();
  }

  private BufferedImage scaled() {
    var width = (int) Math.max(1, Math.round(source.getWidth() / scale));
    var height = (int) Math.max(1, Math.round(source.getHeight() / scale));
    var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        result.setRGB(x, y, mean(x, y));
      }
    }
    return result;
  }

  private int mean(int x, int y) {
    var sums = new double[4];
    var weights = 0.0;
    for (var row = (int) (y * scale); row < end(y, source.getHeight()); row++) {
      for (var column = (int) (x * scale); column < end(x, source.getWidth()); column++) {
        var weight = share(row, y) * share(column, x);
        add(sums, source.getRGB(column, row), weight);
        weights += weight;
      }
    }
    return colour(sums, weights);
  }

  private int end(int target, int most) {
    return (int) Math.min(most, Math.ceil((target + 1) * scale));
  }

  // How much of a pixel of the source lies in one of the result.
  private double share(int from, int target) {
    return Math.min(from + 1, (target + 1) * scale) - Math.max(from, target * scale);
  }

  // What is transparent has no colour, which would shine through at the edges.
  private static void add(double[] sums, int argb, double weight) {
    var alpha = (argb >>> 24) * weight;
    sums[0] += alpha;
    sums[1] += (argb >> 16 & 0xff) * alpha;
    sums[2] += (argb >> 8 & 0xff) * alpha;
    sums[3] += (argb & 0xff) * alpha;
  }

  private static int colour(double[] sums, double weights) {
    if (sums[0] <= 0) {
      return 0;
    }
    var argb = whole(sums[0] / weights) << 24;
    return argb
        | whole(sums[1] / sums[0]) << 16
        | whole(sums[2] / sums[0]) << 8
        | whole(sums[3] / sums[0]);
  }

  private static int whole(double value) {
    return (int) Math.min(255, Math.round(value));
  }
}
