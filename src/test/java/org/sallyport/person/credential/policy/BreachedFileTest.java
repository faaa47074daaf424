package org.sallyport.person.credential.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedFileTest {
  private static final Random RANDOM = new Random(1);

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"1, \\n", "2, \\r\\n", "50, \\n", "71, \\r\\n", "5000, \\n", "40000, \\r\\n"})
  void each_hash_in_the_file_is_found_and_no_other(int number, String end) throws IOException {
    var hashes = hashes(number);
    for (var last : List.of("", "end")) {
      var file = write(lines(hashes, end.equals("\\n") ? "\n" : "\r\n", last.isEmpty()));
      file.check();
      for (var hash : hashes.stream().limit(500).toList()) {
        assertThat(file.contains(hash)).isTrue();
      }
      assertThat(file.contains(hashes.last())).isTrue();
      for (var i = 0; i < 200; i++) {
        assertThat(file.contains(hash())).isFalse();
      }
      assertThat(file.contains("0".repeat(40))).isFalse();
      assertThat(file.contains("F".repeat(40))).isFalse();
    }
  }

  @Test
  void hashes_in_lower_case_are_found_too() throws IOException {
    var hashes = hashes(300);
    var file = write(lines(hashes, "\n", true).toLowerCase(Locale.ROOT));
    file.check();
    assertThat(file.contains(hashes.first())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "password\n",
        "ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42\n",
        "ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:\n",
        "ABF7AAD6438836DBE526AA231ABDE2D0EEF74D4:7\n",
        "BBF7AAD6438836DBE526AA231ABDE2D0EEF74D42:7\nABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:7\n",
        "ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:7\nand so on\n",
      })
  void another_file_is_refused_at_start(String content) throws IOException {
    var file = write(content);
    assertThatThrownBy(file::check).isInstanceOf(IOException.class);
  }

  @Test
  void a_folder_and_a_file_that_is_not_there_are_refused_at_start() {
    assertThatThrownBy(() -> new BreachedFile(folder).check()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new BreachedFile(folder.resolve("none")).check())
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_file_that_is_damaged_where_it_is_read_is_no_answer() throws IOException {
    var hashes = hashes(20_000);
    var file = write(lines(hashes, "\n", true));
    try (var bytes = new RandomAccessFile(file.path().toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      bytes.write("\0".repeat(300).getBytes(UTF_8));
    }
    file.check();
    assertThatThrownBy(() -> file.contains(hash())).isInstanceOf(IOException.class);
  }

  private BreachedFile write(String content) throws IOException {
    return new BreachedFile(Files.writeString(folder.resolve("hashes.txt"), content));
  }

  private static String lines(NavigableSet<String> hashes, String end, boolean last) {
    var lines =
        hashes.stream()
            .map(h -> h + ":" + (h.hashCode() & 0xFFFFF))
            .collect(Collectors.joining(end));
    return last ? lines + end : lines;
  }

  private static NavigableSet<String> hashes(int number) {
    var hashes = new TreeSet<String>();
    while (hashes.size() < number) {
      hashes.add(hash());
    }
    return hashes;
  }

  private static String hash() {
    var hash = new StringBuilder();
    RANDOM.ints(40, 0, 16).forEach(i -> hash.append("0123456789ABCDEF".charAt(i)));
    return hash.toString();
  }
}
