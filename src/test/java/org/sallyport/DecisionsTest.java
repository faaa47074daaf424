package org.sallyport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.WrittenPages.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each decision is a record of its own, with number, date and status, and the index has all. */
class DecisionsTest {
  private static final Path FOLDER = Path.of("docs/decisions");
  private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern HEAD =
      Pattern.compile(
          "(?s)\\A# (\\d+)\\. [^\\n]+\\n\\nDate: \\d{4}-\\d\\d-\\d\\d\\n\\nStatus: (.*)");
  private static final Pattern LATER = Pattern.compile("\\]\\((\\d{4}-[a-z0-9-]+\\.md)\\)");

  private final List<Path> records = records();

  @Test
  void records_are_numbered_without_a_gap_and_begin_with_number_date_and_status() {
    assertThat(records.stream().map(DecisionsTest::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, records.size()).boxed().toList());
    assertThat(records)
        .allSatisfy(r -> assertThat(Integer.valueOf(head(r).group(1))).isEqualTo(number(r)));
  }

  @Test
  void a_status_is_accepted_or_names_the_record_that_supersedes_it() {
    for (var record : records) {
      var status = head(record).group(2).lines().findFirst().orElse("");
      var later = LATER.matcher(status.replaceFirst("; supersedes .*", ""));
      assertThat(status.startsWith("accepted") || status.startsWith("superseded by"))
          .as(record + ": " + status)
          .isTrue();
      while (later.find()) {
        var by = FOLDER.resolve(later.group(1));
        assertThat(text(by)).as(by + " names " + record).contains(record.getFileName().toString());
        assertThat(number(by)).isGreaterThan(number(record));
      }
    }
  }

  @Test
  void the_index_lists_every_record() {
    var index = text(FOLDER.resolve("README.md"));
    assertThat(records).allSatisfy(r -> assertThat(index).contains("(" + r.getFileName() + ")"));
  }

  private static MatchResult head(Path record) {
    var head = HEAD.matcher(text(record));
    assertThat(head.find()).as(record + " begins with number, date and status").isTrue();
    return head.toMatchResult();
  }

  private static Integer number(Path record) {
    var name = NAME.matcher(record.getFileName().toString());
    assertThat(name.matches()).as(record.toString()).isTrue();
    return Integer.valueOf(name.group(1));
  }

  private static List<Path> records() {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> !f.endsWith("README.md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
