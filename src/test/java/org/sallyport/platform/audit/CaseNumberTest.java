package org.sallyport.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void it_is_read_as_people_write_it() {
    var number = new CaseNumber("7K01-Q9X1");
    for (var text : List.of("7K01-Q9X1", "7k01q9x1", " 7KOI Q9XL ", "7ko1-q9xi")) {
      assertThat(CaseNumber.parse(text)).contains(number);
    }
    for (var text : List.of("", "7K01-Q9X", "7K01-Q9X12", "7K01-Q9XU", "7K01-Q9X\u0661")) {
      assertThat(CaseNumber.parse(text)).isEmpty();
    }
  }

  @Test
  void it_stands_behind_the_reason() {
    assertThat(new CaseNumber("7K3M-Q9XD").behind("the code has expired"))
        .isEqualTo("the code has expired (case=7K3M-Q9XD)");
  }
}
