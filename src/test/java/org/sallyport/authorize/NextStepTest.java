package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.ACCESS_DENIED;
import static org.sallyport.protocol.OAuthError.CONSENT_REQUIRED;
import static org.sallyport.protocol.OAuthError.LOGIN_REQUIRED;
import static org.sallyport.protocol.Prompt.CONSENT;
import static org.sallyport.protocol.Prompt.LOGIN;
import static org.sallyport.protocol.Prompt.NONE;
import static org.sallyport.protocol.Prompt.SELECT_ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.authorize.Demand.Named;
import org.sallyport.authorize.Demand.Wanted;
import org.sallyport.authorize.Step.Answer;
import org.sallyport.authorize.Step.AskConsent;
import org.sallyport.authorize.Step.SignIn;
import org.sallyport.client.AuthorizationDetails;
import org.sallyport.client.TestDetails;
import org.sallyport.grant.Choice;
import org.sallyport.interaction.Ask;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.interaction.Progress;
import org.sallyport.interaction.Question;
import org.sallyport.interaction.Verdict;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Prompt;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.session.Session;

class NextStepTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Subject ANN = new Subject("ann");
  private static final Session SESSION =
      new Session(
          new SessionId("s"), ANN, new Authentication(NOW.minusSeconds(60), "1", List.of("pwd")));
  private static final Scopes OPENID = Scopes.of("openid");
  private static final Scopes OPENID_NOTES = Scopes.of("openid", "notes");
  private static final Choice ALLOWED = new Choice(OPENID, Scopes.NONE);

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
    refused(demand(NONE), visitor(Choice.NONE), CONSENT_REQUIRED);
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
    var chosen = new Progress(SESSION.id(), false, true, Optional.empty(), Optional.empty());
    assertThat(step(choose, visitor(ALLOWED, chosen))).isInstanceOf(Answer.class);
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
  void an_old_sign_in_with_prompt_none_is_refused() {
    var demand =
        new Demand(Optional.empty(), Set.of(NONE), Optional.of(Duration.ofSeconds(1)), wanted());
    refused(demand, visitor(ALLOWED), LOGIN_REQUIRED);
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void a_sign_in_of_another_class_than_one_demanded_is_asked_for_again() {
    assertThat(step(ofClass("0", "2"), visitor(ALLOWED))).isEqualTo(new SignIn(Ask.SIGN_IN_AGAIN));
    assertThat(step(ofClass("0", "1"), visitor(ALLOWED))).isInstanceOf(Answer.class);
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

  @Test
  void what_was_never_allowed_is_asked_for() {
    assertThat(step(demand(), visitor(Choice.NONE))).isEqualTo(asking(OPENID, Scopes.NONE));
  }

  @Test
  void a_new_scope_asks_only_for_itself() {
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(ALLOWED))).isEqualTo(asking(Scopes.of("notes"), OPENID));
  }

  @Test
  void an_optional_scope_that_was_declined_is_not_asked_for_again() {
    var before = new Choice(OPENID, Scopes.of("notes"));
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before))).isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  void a_declined_scope_that_became_required_is_asked_for_again() {
    var before = new Choice(Scopes.of("notes"), OPENID);
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before))).isEqualTo(asking(OPENID, Scopes.of("notes")));
  }

  @Test
  void if_all_was_declined_before_it_is_offered_again() {
    var before = new Choice(Scopes.NONE, Scopes.of("notes"));
    var demand = demand(wanted(Scopes.of("notes"), ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before))).isEqualTo(asking(Scopes.of("notes"), Scopes.NONE));
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void prompt_consent_asks_though_all_was_allowed() {
    assertThat(step(demand(CONSENT), visitor(ALLOWED))).isEqualTo(asking(OPENID, Scopes.NONE));
  }

  @Test
  void prompt_consent_offers_what_was_declined() {
    var before = new Choice(OPENID, Scopes.of("notes"));
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE), CONSENT);
    assertThat(step(demand, visitor(before))).isEqualTo(asking(OPENID_NOTES, Scopes.NONE));
  }

  @Test
  void a_first_party_client_is_asked_about_on_demand_only() {
    var vouched = wanted(OPENID, ConsentPolicy.ON_DEMAND);
    assertThat(step(demand(vouched), visitor(Choice.NONE))).isInstanceOf(Answer.class);
    assertThat(step(demand(vouched, CONSENT), visitor(Choice.NONE))).isInstanceOf(AskConsent.class);
  }

  @Test
  @Security(37)
  @Spec("RFC 8252 §8.6")
  void a_client_that_anybody_could_pose_as_is_asked_about_each_time() {
    var native_ = wanted(OPENID, ConsentPolicy.ALWAYS);
    assertThat(step(demand(native_), visitor(ALLOWED))).isInstanceOf(AskConsent.class);
    refused(demand(native_, NONE), visitor(ALLOWED), CONSENT_REQUIRED);
    assertThat(step(demand(native_), visitor(ALLOWED, said(new Verdict.Allowed(OPENID)))))
        .isInstanceOf(Answer.class);
  }

  @Test
  void what_was_just_allowed_is_granted_and_no_more() {
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE), CONSENT);
    var before = new Choice(OPENID_NOTES, Scopes.NONE);
    assertThat(step(demand, visitor(before, said(new Verdict.Allowed(OPENID)))))
        .isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  void what_was_just_allowed_but_withdrawn_since_is_asked_for_again() {
    var said = said(new Verdict.Allowed(OPENID));
    assertThat(step(demand(), visitor(Choice.NONE, said))).isInstanceOf(AskConsent.class);
  }

  @Test
  @Security(149)
  @Spec("RFC 6749 §4.1.2.1")
  void what_the_person_denied_is_refused() {
    refused(demand(), visitor(ALLOWED, said(new Verdict.Denied())), ACCESS_DENIED);
  }

  @Test
  @Spec("RFC 9396 §5")
  void details_are_asked_for_each_time_even_of_who_is_vouched_for() {
    for (var policy : ConsentPolicy.values()) {
      var demand = demand(detailed(OPENID, policy));
      assertThat(step(demand, visitor(ALLOWED))).isEqualTo(asking(OPENID, Scopes.NONE));
      refused(demand(detailed(OPENID, policy), NONE), visitor(ALLOWED), CONSENT_REQUIRED);
      assertThat(step(demand, visitor(ALLOWED, said(new Verdict.Allowed(OPENID)))))
          .isEqualTo(new Answer(SESSION, OPENID));
    }
  }

  @Test
  @Spec("RFC 9396 §3.1")
  void details_may_be_allowed_without_any_scope() {
    var demand = demand(detailed(Scopes.NONE, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(Choice.NONE))).isEqualTo(asking(Scopes.NONE, Scopes.NONE));
    assertThat(step(demand, visitor(Choice.NONE, said(new Verdict.Allowed(Scopes.NONE)))))
        .isEqualTo(new Answer(SESSION, Scopes.NONE));
    refused(demand, visitor(Choice.NONE, said(new Verdict.Denied())), ACCESS_DENIED);
  }

  private static Wanted detailed(Scopes scopes, ConsentPolicy policy) {
    var details = AuthorizationDetails.parse(TestDetails.array(TestDetails.PAYMENT));
    return new Wanted(
        scopes,
        Scopes.NONE,
        details,
        policy,
        new Named(scopes, ClaimsParameter.NONE, Optional.empty()));
  }

  private static Step step(Demand demand, Optional<Situation> visitor) {
    return new NextStep(demand, NOW).of(visitor);
  }

  private static void refused(Demand demand, Optional<Situation> visitor, OAuthError error) {
    assertThatThrownBy(() -> step(demand, visitor))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private static Optional<Situation> visitor(Choice before) {
    return visitor(before, Progress.none(SESSION.id()));
  }

  private static Optional<Situation> visitor(Choice before, Progress progress) {
    return Optional.of(new Situation(SESSION, ANN, progress, before));
  }

  private static Progress signedIn() {
    return new Progress(SESSION.id(), true, true, Optional.empty(), Optional.empty());
  }

  private static Progress said(Verdict verdict) {
    return new Progress(SESSION.id(), false, false, Optional.empty(), Optional.of(verdict));
  }

  private static AskConsent asking(Scopes asked, Scopes before) {
    return new AskConsent(SESSION, new Question(asked, before));
  }

  private static Wanted wanted() {
    return wanted(OPENID, ConsentPolicy.ONCE);
  }

  private static Wanted wanted(Scopes scopes, ConsentPolicy policy) {
    return new Wanted(
        scopes,
        scopes.intersect(Scopes.of("notes")),
        AuthorizationDetails.NONE,
        policy,
        new Named(scopes, ClaimsParameter.NONE, Optional.empty()));
  }

  private static Demand demand(Prompt... prompts) {
    return demand(wanted(), prompts);
  }

  private static Demand demand(Wanted wanted, Prompt... prompts) {
    return new Demand(Optional.empty(), Set.of(prompts), Optional.empty(), wanted);
  }

  private static Demand within(int seconds) {
    return new Demand(
        Optional.empty(), Set.of(), Optional.of(Duration.ofSeconds(seconds)), wanted());
  }

  private static Demand ofClass(String... classes) {
    var named = new Named(OPENID, ClaimsParameter.NONE, Optional.of(Set.of(classes)));
    return demand(
        new Wanted(OPENID, Scopes.NONE, AuthorizationDetails.NONE, ConsentPolicy.ONCE, named));
  }

  private static Demand hinted(String subject, Prompt... prompts) {
    return new Demand(
        Optional.of(Set.of(subject, "nobody")), Set.of(prompts), Optional.empty(), wanted());
  }
}
