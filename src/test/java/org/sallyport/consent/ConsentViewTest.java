package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.consent.ConsentView.Applicant;

class ConsentViewTest {

  @ParameterizedTest
  @CsvSource({
    "Field Notes, FN",
    "notes, N",
    "The Notes of Us, TN",
    "Web & Co <b>, WC",
    "9to5 planner, 9P",
    "ملاحظات الحقل, ما",
    "🏰, ''",
  })
  void in_the_place_of_a_logo_stand_the_initials(String name, String initials) {
    assertThat(new Applicant(name, "", "", "", "", "").initials()).isEqualTo(initials);
  }
}
