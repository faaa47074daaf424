package org.sallyport.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.ResponseMode;

class PendingAuthorizationTest {
  private static final SessionId OURS = new SessionId("ours");
  private static final SessionId THEIRS = new SessionId("theirs");
  private static final String QUERY =
      "client_id=spa&response_mode=form_post&state=s&login_hint=ann&ui_locales=ar%20de"
          + "&claims=x&ticket=y&unknown=z";

  private final PendingAuthorization held = held(QUERY);

  @Test
  void it_keeps_only_what_matters_later() {
    assertThat(held.parameters().names()).contains("claims").doesNotContain("ticket", "unknown");
  }

  @Test
  @Security(35)
  void it_forgets_a_hint_longer_than_any() {
    assertThat(held("client_id=spa&login_hint=" + "x".repeat(301)).loginHint()).isEmpty();
    assertThat(held("client_id=spa&login_hint=" + "x".repeat(300)).loginHint()).isPresent();
    var liked = held("client_id=spa&acr_values=" + "x%20".repeat(800));
    assertThat(liked.parameters().names()).doesNotContain("acr_values");
  }

  @Test
  void it_always_knows_where_its_answer_goes() {
    assertThat(held.client()).isEqualTo(new ClientId("spa"));
    assertThat(held.returnTo().uri()).isEqualTo("https://app.test/cb");
    assertThat(held.returnTo().mode()).isEqualTo(ResponseMode.FORM_POST);
    assertThat(held.returnTo().state()).contains("s");
  }

  @Test
  void it_tells_the_pages_what_the_client_knows_of_the_person() {
    assertThat(held.loginHint()).contains("ann");
    assertThat(held.uiLocales()).contains("ar de");
  }

  @Test
  @Security(139)
  void what_was_done_in_another_session_counts_for_nothing() {
    var theirs = held.signedIn(THEIRS).answered(new ConsentAnswer.Allowed(Scopes.of("a")), THEIRS);
    assertThat(theirs.progressIn(OURS)).isEqualTo(Progress.none(OURS));
  }

  @Test
  void signing_in_is_choosing_an_account_too() {
    var progress = held.signedIn(OURS).progressIn(OURS);
    assertThat(progress.signedIn()).isTrue();
    assertThat(progress.accountChosen()).isTrue();
  }

  @Test
  void signing_in_as_somebody_else_forgets_what_was_allowed() {
    var denied = held.answered(new ConsentAnswer.Denied(), THEIRS);
    assertThat(denied.signedIn(OURS).progressIn(OURS).verdict()).isEmpty();
  }

  @Test
  @Security(149)
  void an_answer_is_known_by_one_id_until_the_person_signs_in_again() {
    var question = new ConsentQuestion(Scopes.of("a"), Scopes.NONE, ConsentQuestion.Boxes.NONE);
    var signedIn = held.signedIn(OURS);
    var asked = signedIn.asking(question, OURS);
    var answered = asked.answered(new ConsentAnswer.Allowed(Scopes.of("a")), OURS);
    var ids = Stream.of(signedIn, asked, answered).map(h -> h.progressIn(OURS).id()).distinct();
    assertThat(ids).hasSize(1).doesNotContain("");
    var again = answered.signedIn(OURS).progressIn(OURS);
    assertThat(again.id()).isNotEqualTo(answered.progressIn(OURS).id());
    assertThat(again.verdict()).isEmpty();
    assertThat(answered.anew().progress()).isEmpty();
  }

  @Test
  void a_new_question_forgets_the_old_answer() {
    var question = new ConsentQuestion(Scopes.of("a"), Scopes.NONE, ConsentQuestion.Boxes.NONE);
    var asked = held.answered(new ConsentAnswer.Denied(), OURS).asking(question, OURS);
    assertThat(asked.ask()).isEqualTo(Ask.CONSENT);
    assertThat(asked.progressIn(OURS).question()).contains(question);
    assertThat(asked.progressIn(OURS).verdict()).isEmpty();
  }

  private static PendingAuthorization held(String query) {
    return PendingAuthorization.fresh(
        FormEncoding.decode(query), "https://app.test/cb", Instant.EPOCH);
  }
}
