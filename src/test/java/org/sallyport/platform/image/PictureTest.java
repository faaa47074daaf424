package org.sallyport.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;

class PictureTest {
  private static final int BLUE = 0xff1a5fb4;

  private static BufferedImage shown(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.png()));
  }

  private static void refused(byte[] file, String reason) {
    assertThatThrownBy(() -> Picture.read(file, 128, 128))
        .isInstanceOf(PictureRefused.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "png, 256x128, 128x64",
    "jpeg, 300x600, 64x128",
    "gif, 128x128, 128x128",
    "png, 10x7, 10x7",
    "png, 1x1, 1x1",
    "png, 2048x2048, 128x128",
    "jpeg, 4096x1024, 128x32",
    "png, 3000x1, 128x1"
  })
  void a_picture_becomes_a_small_png(String format, String from, String to) throws Exception {
    var before = Stream.of(from.split("x")).mapToInt(Integer::parseInt).toArray();
    var picture = Picture.read(TestPictures.of(format, before[0], before[1]), 128, 128);
    var shown = shown(picture);
    assertThat(shown.getWidth() + "x" + shown.getHeight())
        .isEqualTo(to)
        .isEqualTo(picture.width() + "x" + picture.height());
    var middle = shown.getRGB(picture.width() / 2, picture.height() / 2);
    for (var shift = 0; shift <= 24; shift += 8) {
      assertThat(Math.abs((middle >> shift & 0xff) - (BLUE >> shift & 0xff))).isLessThan(8);
    }
  }

  @Test
  void what_is_transparent_stays_so_and_colours_no_edge() throws Exception {
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
    for (var y = 0; y < 256; y++) {
      for (var x = 0; x < 256; x++) {
        image.setRGB(x, y, x < 127 ? BLUE : 0x00ff0000);
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    var shown = shown(Picture.read(bytes.toByteArray(), 128, 128));
    assertThat(shown.getRGB(100, 64) >>> 24).isZero();
    assertThat(shown.getRGB(63, 64) & 0xffffff).isEqualTo(BLUE & 0xffffff);
    assertThat(shown.getRGB(63, 64) >>> 24).isBetween(120, 136);
  }

  @ParameterizedTest
  @CsvSource({"60000, 60000", "2147483647, 2147483647", "4096, 4096", "5000, 10", "65536, 65536"})
  @Security(29)
  void a_bomb_is_refused_before_anything_is_allocated(int width, int height) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var bomb = TestPictures.bomb(width, height);
    var before = threads.getCurrentThreadAllocatedBytes();
    refused(bomb, "four million are read at most");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  @Security(29)
  void a_bomb_in_a_text_beside_the_picture_is_left_out() throws Exception {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var bomb = TestPictures.bombInText();
    Picture.read(TestPictures.of("png", 1, 1), 128, 128);
    var before = threads.getCurrentThreadAllocatedBytes();
    assertThat(shown(Picture.read(bomb, 128, 128)).getRGB(0, 0)).isEqualTo(BLUE);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20 << 20);
  }

  @Test
  @Security(29)
  void a_jpeg_of_very_many_scans_is_refused() {
    var jpeg = TestPictures.of("jpeg", 64, 64);
    var scan = index(jpeg, 0xda);
    var bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, scan);
    for (var i = 0; i < 1_000; i++) {
      bytes.write(jpeg, scan, jpeg.length - scan - 2);
    }
    bytes.write(jpeg, jpeg.length - 2, 2);
    refused(bytes.toByteArray(), "more than 24 scans");
  }

  private static int index(byte[] jpeg, int marker) {
    for (var i = 0; i < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == marker) {
        return i;
      }
    }
    throw new AssertionError("no such marker");
  }

  @Test
  void a_progressive_jpeg_is_a_picture() throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(TestPictures.of("jpeg", 200, 100)));
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    }
    assertThat(Picture.read(bytes.toByteArray(), 128, 128).width()).isEqualTo(128);
  }

  @Test
  @Security(38)
  void nothing_of_the_file_but_its_pixels_is_in_the_new_one() throws Exception {
    var jpeg = TestPictures.of("jpeg", 10, 10);
    var comment = "\u00ff\u00fe\0\u0010<script>alert!".getBytes(ISO_8859_1);
    var bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(comment);
    bytes.write(jpeg, 2, jpeg.length - 2);
    bytes.writeBytes("<script>".getBytes(UTF_8));
    var png = Picture.read(bytes.toByteArray(), 128, 128).png();
    assertThat(new String(png, ISO_8859_1)).startsWith("\u0089PNG").doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!DOCTYPE html><title>x</title>",
        "RIFF....WEBPVP8 ",
        "BM......",
        "II*\0",
        "%PDF-1.7",
        "GIF"
      })
  @Security(38)
  void nothing_else_is_a_picture(String file) {
    refused(file.getBytes(ISO_8859_1), "neither PNG nor JPEG nor GIF; SVG is not taken");
    refused(TestPictures.svg(), "SVG is not taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  @Security(29)
  void a_file_that_ends_early_or_was_changed_is_refused_or_a_picture(String format) {
    var file = TestPictures.of(format, 40, 30);
    for (var length = 8; length < file.length - 1; length++) {
      var part = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> Picture.read(part, 128, 128)).isInstanceOf(PictureRefused.class);
    }
    var random = new Random(7);
    for (var time = 0; time < 500; time++) {
      var changed = file.clone();
      for (var i = 0; i < 3; i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      attempt(changed);
    }
  }

  private static void attempt(byte[] file) {
    try {
      assertThat(Picture.read(file, 128, 128).png()).isNotEmpty();
    } catch (PictureRefused e) {
      assertThat(e.reason()).isNotBlank();
    }
  }

  @Test
  void a_png_whose_header_comes_twice_or_late_is_refused() {
    var png = TestPictures.of("png", 4, 4);
    var twice = ByteBuffer.allocate(png.length + 25);
    twice.put(png, 0, 33).put(png, 8, 25).put(png, 33, png.length - 33);
    refused(twice.array(), "its header is not right");
    var late = ByteBuffer.allocate(png.length - 25);
    late.put(png, 0, 8).put(png, 33, png.length - 33);
    refused(late.array(), "its header is not right");
  }

  @Test
  void the_class_loader_of_the_thread_is_as_before() throws Exception {
    var before = Thread.currentThread().getContextClassLoader();
    Picture.read(TestPictures.of("png", 2, 2), 128, 128);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }
}
