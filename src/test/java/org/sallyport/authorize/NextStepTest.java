package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.authorize.Situations.ALLOWED;
import static org.sallyport.authorize.Situations.NOW;
import static org.sallyport.authorize.Situations.OPENID;
import static org.sallyport.authorize.Situations.OPENID_NOTES;
import static org.sallyport.authorize.Situations.SESSION;
import static org.sallyport.authorize.Situations.demand;
import static org.sallyport.authorize.Situations.hinted;
import static org.sallyport.authorize.Situations.ofClass;
import static org.sallyport.authorize.Situations.refused;
import static org.sallyport.authorize.Situations.signedIn;
import static org.sallyport.authorize.Situations.step;
import static org.sallyport.authorize.Situations.visitor;
import static org.sallyport.authorize.Situations.wanted;
import static org.sallyport.authorize.Situations.within;
import static org.sallyport.protocol.OAuthError.CONSENT_REQUIRED;
import static org.sallyport.protocol.OAuthError.LOGIN_REQUIRED;
import static org.sallyport.protocol.request.Prompt.CREATE;
import static org.sallyport.protocol.request.Prompt.LOGIN;
import static org.sallyport.protocol.request.Prompt.NONE;
import static org.sallyport.protocol.request.Prompt.SELECT_ACCOUNT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.authorize.AuthorizationStep.Answer;
import org.sallyport.authorize.AuthorizationStep.Register;
import org.sallyport.authorize.AuthorizationStep.SignIn;
import org.sallyport.grant.consent.ConsentChoice;
import org.sallyport.interaction.Ask;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.interaction.Progress;
import org.sallyport.protocol.Authentication;
import org.sallyport.request.SignInRequirements;

class NextStepTest {
  @Test
  @Spec("OpenID Connect Core §3.1.2.3")
  void without_a_session_the_person_signs_in() {
    assertThat(step(demand(), Optional.empty())).isEqualTo(new SignIn(Ask.SIGN_IN));
  }

  @Test
  @Security(1)
  void with_a_session_and_consent_the_client_gets_its_code() {
    assertThat(step(demand(), visitor(ALLOWED))).isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  @Security(30)
  @Spec("OpenID Connect Core §3.1.2.6")
  void prompt_none_without_a_session_is_refused() {
    refused(demand(NONE), Optional.empty(), LOGIN_REQUIRED);
  }

  @Test
  @Security(30)
  @Spec("OpenID Connect Core §3.1.2.6")
  void prompt_none_without_consent_is_refused() {
    refused(demand(NONE), visitor(ConsentChoice.NONE), CONSENT_REQUIRED);
  }

  @Test
  void prompt_none_with_session_and_consent_gets_its_code() {
    assertThat(step(demand(NONE), visitor(ALLOWED))).isInstanceOf(Answer.class);
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void prompt_none_leaves_out_an_optional_scope_that_was_never_asked_for() {
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE), NONE);
    assertThat(step(demand, visitor(ALLOWED))).isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void prompt_login_asks_again_and_only_once() {
    assertThat(step(demand(LOGIN), visitor(ALLOWED))).isEqualTo(new SignIn(Ask.SIGN_IN_AGAIN));
    assertThat(step(demand(LOGIN), visitor(ALLOWED, signedIn()))).isInstanceOf(Answer.class);
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void prompt_select_account_asks_for_the_account_and_only_once() {
    var choose = demand(SELECT_ACCOUNT);
    assertThat(step(choose, visitor(ALLOWED))).isEqualTo(new SignIn(Ask.CHOOSE_ACCOUNT));
    var chosen =
        new Progress(SESSION.id(), "done", false, true, Optional.empty(), Optional.empty());
    assertThat(step(choose, visitor(ALLOWED, chosen))).isInstanceOf(Answer.class);
  }

  @Test
  @Spec("OpenID Connect Prompt Create 1.0 §4.1")
  void prompt_create_leads_to_the_page_for_new_accounts_until_somebody_signs_in() {
    assertThat(step(demand(CREATE), Optional.empty())).isInstanceOf(Register.class);
    assertThat(step(demand(CREATE), visitor(ALLOWED))).isInstanceOf(Register.class);
    assertThat(step(demand(CREATE), visitor(ALLOWED, signedIn()))).isInstanceOf(Answer.class);
    assertThat(step(demand(CREATE, LOGIN), visitor(ALLOWED, signedIn())))
        .isInstanceOf(Answer.class);
    var chosen =
        new Progress(SESSION.id(), "done", false, true, Optional.empty(), Optional.empty());
    assertThat(step(demand(CREATE), visitor(ALLOWED, chosen))).isInstanceOf(Answer.class);
    assertThat(step(demand(CREATE, LOGIN), visitor(ALLOWED, chosen)))
        .isEqualTo(new SignIn(Ask.SIGN_IN_AGAIN));
  }

  @Test
  @Security(33)
  @Spec("OpenID Connect Core §3.1.2.1")
  void a_sign_in_older_than_max_age_is_asked_for_again() {
    assertThat(step(within(60), visitor(ALLOWED))).isEqualTo(new SignIn(Ask.SIGN_IN_AGAIN));
    assertThat(step(within(61), visitor(ALLOWED))).isInstanceOf(Answer.class);
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void max_age_0_is_met_by_signing_in_for_this_request() {
    assertThat(step(within(0), visitor(ALLOWED, signedIn()))).isInstanceOf(Answer.class);
  }

  @Test
  @Security(33)
  void a_sign_in_for_a_request_counts_for_ten_minutes() {
    var early = NOW.minusSeconds(60).plus(Duration.ofMinutes(10));
    for (var demand : List.of(demand(LOGIN), within(0))) {
      var visitor = visitor(ALLOWED, signedIn());
      assertThat(new NextStep(demand, early.minusSeconds(1)).of(visitor))
          .isInstanceOf(Answer.class);
      assertThat(new NextStep(demand, early).of(visitor)).isEqualTo(new SignIn(Ask.SIGN_IN_AGAIN));
    }
  }

  @Test
  @Security(33)
  void an_old_sign_in_with_prompt_none_is_refused() {
    var demand =
        new SignInRequirements(
            Optional.empty(), Set.of(NONE), Optional.of(Duration.ofSeconds(1)), wanted());
    refused(demand, visitor(ALLOWED), LOGIN_REQUIRED);
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void a_sign_in_of_another_class_than_one_demanded_is_asked_for_again() {
    assertThat(step(ofClass("0", "2"), visitor(ALLOWED))).isEqualTo(new SignIn(Ask.SIGN_IN_AGAIN));
    assertThat(step(ofClass("0", Authentication.PASSWORD), visitor(ALLOWED)))
        .isInstanceOf(Answer.class);
  }

  @Test
  @Security(34)
  @Spec("OpenID Connect Core §3.1.2.2")
  void another_person_than_the_hinted_one_chooses_the_account() {
    assertThat(step(hinted("bob"), visitor(ALLOWED))).isEqualTo(new SignIn(Ask.CHOOSE_ACCOUNT));
    assertThat(step(hinted("ann"), visitor(ALLOWED))).isInstanceOf(Answer.class);
  }

  @Test
  @Security(34)
  @Spec("OpenID Connect Core §3.1.2.2")
  void the_wrong_person_after_signing_in_is_refused() {
    refused(hinted("bob"), visitor(ALLOWED, signedIn()), LOGIN_REQUIRED);
    refused(hinted("bob", NONE), visitor(ALLOWED), LOGIN_REQUIRED);
  }
}
