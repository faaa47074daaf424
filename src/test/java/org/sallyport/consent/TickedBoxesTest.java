package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.grant.consent.ConsentChoice;
import org.sallyport.interaction.ConsentQuestion;
import org.sallyport.interaction.ConsentQuestion.Boxes;
import org.sallyport.protocol.Scopes;

@Spec("OpenID Connect Core §3.1.2.4")
class TickedBoxesTest {
  private static final Scopes OPTIONAL = Scopes.of("profile", "notes");
  private static final ConsentQuestion QUESTION =
      new ConsentQuestion(
          Scopes.of("openid", "profile", "notes"),
          Scopes.of("email"),
          new Boxes(OPTIONAL, Scopes.NONE));

  @Test
  void what_is_required_and_what_is_ticked_is_allowed() {
    assertThat(ticked("notes").choice())
        .isEqualTo(new ConsentChoice(Scopes.of("openid", "notes"), Scopes.of("profile")));
  }

  @Test
  void the_client_gets_what_was_allowed_before_too() {
    assertThat(ticked("notes").granted()).isEqualTo(Scopes.of("email", "openid", "notes"));
  }

  @Test
  void a_box_that_was_not_there_cannot_be_ticked() {
    assertThat(ticked("admin", "\"<>").granted()).isEqualTo(Scopes.of("email", "openid"));
  }

  @Test
  void where_all_is_optional_nothing_may_be_left() {
    var question =
        new ConsentQuestion(Scopes.of("notes"), Scopes.NONE, new Boxes(OPTIONAL, Scopes.NONE));
    assertThat(new TickedBoxes(question, List.of()).granted().isEmpty()).isTrue();
  }

  private static TickedBoxes ticked(String... values) {
    return new TickedBoxes(QUESTION, List.of(values));
  }
}
