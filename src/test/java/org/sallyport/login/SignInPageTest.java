package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignInPageTest {
  private static final SignInQuestion PASSWORD = new PasswordQuestion();

  /** A question that is none of the server's own, and that nothing lists. */
  private record Further(boolean fits) implements SignInQuestion {
    @Override
    public int order() {
      return 500;
    }

    @Override
    public String fragment() {
      return "further";
    }

    @Override
    public String title() {
      return "login.title";
    }
  }

  @Test
  void a_further_question_that_fits_is_put_before_the_one_for_a_password() {
    var further = new Further(true);
    assertThat(SignInPage.first(Stream.of(PASSWORD, further))).isSameAs(further);
  }

  @Test
  void where_no_other_question_fits_the_password_is_asked_for() {
    assertThat(SignInPage.first(Stream.of(new Further(false), PASSWORD))).isSameAs(PASSWORD);
  }
}
