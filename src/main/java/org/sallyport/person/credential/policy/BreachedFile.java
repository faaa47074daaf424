package org.sallyport.person.credential.policy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of the passwords that were found in breaches, as "Have I Been Pwned" gives it out: lines
 * of a SHA-1 in hexadecimal digits, a colon and a number, in the order of the hashes. It is far
 * larger than memory, and is searched where it is: by halves, about 25 reads for 40 GB.
 */
record BreachedFile(Path path) {
  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{40}):[0-9]{1,15}");
  // The hash, the colon, the number, and the end of the line.
  private static final int LONGEST_LINE = 58;
  // What is left when lines are read one by one.
  private static final int SMALL = 4_096;

  /** Refuses a file that cannot be read, or whose first or last line is none of such a file. */
  void check() throws IOException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new IOException("it is no file that can be read");
    }
    try (var file = FileChannel.open(path)) {
      var size = file.size();
      var first = line(text(file, 0, LONGEST_LINE), 0);
      var end = text(file, Math.max(0, size - 2 * LONGEST_LINE), 2 * LONGEST_LINE).stripTrailing();
      var last = line(end, end.lastIndexOf('\n') + 1);
      if (first.compareTo(last) > 0) {
        throw new IOException("it is not in the order of the hashes");
      }
    }
  }

  /**
   * Whether this hash is in the file.
   *
   * @param hash 40 hexadecimal digits, in upper case
   * @throws IOException also where the file is damaged at a place that was read
   */
  boolean contains(String hash) throws IOException {
    try (var file = FileChannel.open(path)) {
      var low = 0L;
      var high = file.size();
      while (high - low > SMALL) {
        var middle = (low + high) / 2;
        var text = text(file, middle, 2 * LONGEST_LINE);
        var start = text.indexOf('\n') + 1;
        var found = start == 0 ? Optional.<String>empty() : Optional.of(line(text, start));
        var order = hash.compareTo(found.orElseThrow(() -> damaged(text)));
        if (order == 0) {
          return true;
        }
        if (order < 0) {
          high = middle + start;
        } else {
          low = middle + start;
        }
      }
      return isIn(text(file, low, (int) (high - low) + LONGEST_LINE), hash);
    }
  }

  private static boolean isIn(String lines, String hash) throws IOException {
    var before = "";
    for (var start = 0; start < lines.length(); start = next(lines, start)) {
      if (lines.indexOf('\n', start) < 0 && lines.length() - start < LONGEST_LINE) {
        // The rest of what was read, which may be cut off, or the last line without an end.
        return lines.startsWith(hash + ":", start);
      }
      var found = line(lines, start);
      if (found.compareTo(before) < 0) {
        throw new IOException("it is not in the order of the hashes");
      }
      if (found.equals(hash)) {
        return true;
      }
      before = found;
    }
    return false;
  }

  private static int next(String lines, int start) {
    var end = lines.indexOf('\n', start);
    return end < 0 ? lines.length() : end + 1;
  }

  private static String line(String text, int start) throws IOException {
    var end = text.indexOf('\n', start);
    var line = text.substring(start, end < 0 ? text.length() : end).strip();
    var form = LINE.matcher(line);
    if (!form.matches()) {
      throw damaged(line);
    }
    return form.group(1).toUpperCase(Locale.ROOT);
  }

  private static IOException damaged(String text) {
    return new IOException(
        "it has no line HASH:COUNT where one has to be, but "
            + text.substring(0, Math.min(text.length(), 60)).replaceAll("[^!-~]", "?"));
  }

  private static String text(SeekableByteChannel file, long from, int most) throws IOException {
    var buffer = ByteBuffer.allocate(most);
    file.position(from);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // until all is there, or the file ends
    }
    return new String(buffer.array(), 0, buffer.position(), US_ASCII);
  }
}
