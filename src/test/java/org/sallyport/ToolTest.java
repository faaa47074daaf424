package org.sallyport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ToolTest {
  private static final String NONE = "no-such-command";

  @Test
  void a_command_is_found_on_the_path_and_at_its_place() {
    assertThat(Tool.isThere("sh")).isTrue();
    assertThat(Tool.isThere("/bin/sh")).isTrue();
    assertThat(Tool.isThere(NONE)).isFalse();
    assertThat(Tool.isThere("/bin/" + NONE)).isFalse();
    Tool.need(NONE, "sh");
  }

  @Test
  void a_missing_tool_skips_the_test_unless_all_tests_have_to_run() {
    var kind = Tool.isCi(System.getenv("CI")) ? AssertionError.class : TestAbortedException.class;
    assertThatThrownBy(() -> Tool.need(NONE, "another"))
        .isInstanceOf(kind)
        .hasMessage("NOT TESTED: no-such-command or another is missing");
  }

  @Test
  void all_tests_have_to_run_where_ci_is_set() {
    assertThat(Tool.isCi("true")).isTrue();
    assertThat(Tool.isCi("1")).isTrue();
    assertThat(Tool.isCi(null)).isFalse();
    assertThat(Tool.isCi("")).isFalse();
    assertThat(Tool.isCi("false")).isFalse();
  }
}
