package org.sallyport.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
  @Test
  void a_case_number_can_be_read_out_on_the_telephone() {
    assertThat(CaseNumber.next().value()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
  }

  @Test
  void no_two_of_a_thousand_are_alike() {
    var numbers = Stream.generate(CaseNumber::next).limit(1_000).collect(Collectors.toSet());
    assertThat(numbers).hasSize(1_000);
  }

  @Test
  void it_stands_behind_the_reason() {
    assertThat(new CaseNumber("7K3M-Q9XD").behind("the code has expired"))
        .isEqualTo("the code has expired (case=7K3M-Q9XD)");
  }
}
