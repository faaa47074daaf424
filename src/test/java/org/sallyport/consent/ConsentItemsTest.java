package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.consent.ConsentItem.Fact;
import org.sallyport.interaction.ConsentQuestion.Boxes;
import org.sallyport.person.profile.Claims;
import org.sallyport.platform.page.Brand;
import org.sallyport.protocol.Scopes;
import org.sallyport.resource.api.StandardScopes;

class ConsentItemsTest {
  private static final Claims CLAIMS =
      new Claims(
          Map.of(
              "email",
              "ann@example.test",
              "email_verified",
              true,
              "groups",
              List.of("staff", "choir"),
              "address",
              Map.of("formatted", "1 Gate Lane, Rye")));

  private final ConsentItems accesses = new ConsentItems(Brand.NONE.in(Locale.ENGLISH), CLAIMS);

  @Test
  void a_scope_has_a_title_and_a_sentence() {
    var access = of("email");
    assertThat(access.title()).isNotEmpty();
    assertThat(access.description()).endsWith(".");
  }

  @Test
  void a_scope_shows_what_it_would_tell_of_this_person() {
    assertThat(of("email").data()).containsExactly(new Fact("E-mail", "ann@example.test"));
  }

  @Test
  void several_values_stand_in_one_line() {
    assertThat(of("groups").data()).containsExactly(new Fact("Groups", "staff, choir"));
  }

  @Test
  void an_address_is_shown_as_it_is_written() {
    assertThat(of("address").data()).containsExactly(new Fact("Address", "1 Gate Lane, Rye"));
  }

  @Test
  void what_is_not_known_is_not_shown() {
    assertThat(of("phone").data()).isEmpty();
  }

  @Test
  void what_is_sensitive_is_for_the_person_to_tick() {
    var boxes = new Boxes(Scopes.of("email", "phone"), Scopes.NONE);
    assertThat(of("email").with(boxes).ticked()).isTrue();
    assertThat(of("phone").with(boxes).optional()).isTrue();
    assertThat(of("phone").with(boxes).ticked()).isFalse();
  }

  @Test
  void what_was_refused_before_is_for_the_person_to_tick() {
    var email = Scopes.of("email");
    assertThat(of("email").with(new Boxes(email, email)).ticked()).isFalse();
  }

  private ConsentItem of(String scope) {
    return accesses.of(StandardScopes.find(scope).orElseThrow());
  }
}
