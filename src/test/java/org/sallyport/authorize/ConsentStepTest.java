package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.authorize.Situations.ALLOWED;
import static org.sallyport.authorize.Situations.OPENID;
import static org.sallyport.authorize.Situations.OPENID_NOTES;
import static org.sallyport.authorize.Situations.SESSION;
import static org.sallyport.authorize.Situations.asking;
import static org.sallyport.authorize.Situations.demand;
import static org.sallyport.authorize.Situations.detailed;
import static org.sallyport.authorize.Situations.later;
import static org.sallyport.authorize.Situations.refused;
import static org.sallyport.authorize.Situations.said;
import static org.sallyport.authorize.Situations.step;
import static org.sallyport.authorize.Situations.unknown;
import static org.sallyport.authorize.Situations.visitor;
import static org.sallyport.authorize.Situations.wanted;
import static org.sallyport.protocol.OAuthError.ACCESS_DENIED;
import static org.sallyport.protocol.OAuthError.CONSENT_REQUIRED;
import static org.sallyport.protocol.request.Prompt.CONSENT;
import static org.sallyport.protocol.request.Prompt.NONE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.authorize.AuthorizationStep.Answer;
import org.sallyport.authorize.AuthorizationStep.AskConsent;
import org.sallyport.grant.consent.ConsentChoice;
import org.sallyport.interaction.ConsentAnswer;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.person.profile.Claims;
import org.sallyport.protocol.Scopes;

class ConsentStepTest {
  @Test
  void what_was_never_allowed_is_asked_for() {
    assertThat(step(demand(), visitor(ConsentChoice.NONE))).isEqualTo(asking(OPENID, Scopes.NONE));
  }

  @Test
  void a_new_scope_asks_only_for_itself() {
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(ALLOWED))).isEqualTo(asking(Scopes.of("notes"), OPENID));
  }

  @Test
  void an_optional_scope_that_was_declined_is_not_asked_for_again() {
    var before = new ConsentChoice(OPENID, Scopes.of("notes"));
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before))).isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  void a_declined_scope_that_became_required_is_asked_for_again() {
    var before = new ConsentChoice(Scopes.of("notes"), OPENID);
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before))).isEqualTo(asking(OPENID, Scopes.of("notes")));
  }

  @Test
  void if_all_was_declined_before_it_is_offered_again() {
    var before = new ConsentChoice(Scopes.NONE, Scopes.of("notes"));
    var demand = demand(wanted(Scopes.of("notes"), ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before)))
        .isEqualTo(asking(Scopes.of("notes"), Scopes.NONE, Scopes.of("notes")));
  }

  @Test
  void a_refusal_counts_until_the_session_ends_and_is_then_asked_for_unticked() {
    var before = new ConsentChoice(OPENID, Scopes.of("notes"));
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, later(before)))
        .isEqualTo(asking(Scopes.of("notes"), OPENID, Scopes.of("notes")));
    var silent = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE), NONE);
    assertThat(step(silent, later(before))).isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  void an_answer_to_a_box_that_became_required_meanwhile_is_none() {
    var before = new ConsentChoice(Scopes.of("notes"), OPENID);
    var answered = said(new ConsentAnswer.Allowed(Scopes.of("notes")));
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(before, answered)))
        .isEqualTo(asking(OPENID, Scopes.of("notes")));
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void prompt_consent_asks_though_all_was_allowed() {
    assertThat(step(demand(CONSENT), visitor(ALLOWED))).isEqualTo(asking(OPENID, Scopes.NONE));
  }

  @Test
  void prompt_consent_offers_what_was_declined() {
    var before = new ConsentChoice(OPENID, Scopes.of("notes"));
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE), CONSENT);
    assertThat(step(demand, visitor(before)))
        .isEqualTo(asking(OPENID_NOTES, Scopes.NONE, Scopes.of("notes")));
  }

  @Test
  void a_first_party_client_is_asked_about_on_demand_only() {
    var vouched = wanted(OPENID, ConsentPolicy.ON_DEMAND);
    assertThat(step(demand(vouched), visitor(ConsentChoice.NONE))).isInstanceOf(Answer.class);
    assertThat(step(demand(vouched, CONSENT), visitor(ConsentChoice.NONE)))
        .isInstanceOf(AskConsent.class);
  }

  @Test
  @Security(37)
  @Spec("RFC 8252 §8.6")
  void a_client_that_anybody_could_pose_as_is_asked_about_each_time() {
    var native_ = wanted(OPENID, ConsentPolicy.ALWAYS);
    assertThat(step(demand(native_), visitor(ALLOWED))).isInstanceOf(AskConsent.class);
    refused(demand(native_, NONE), visitor(ALLOWED), CONSENT_REQUIRED);
    assertThat(step(demand(native_), visitor(ALLOWED, said(new ConsentAnswer.Allowed(OPENID)))))
        .isInstanceOf(Answer.class);
  }

  @Test
  void what_was_just_allowed_is_granted_and_no_more() {
    var demand = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE), CONSENT);
    var before = new ConsentChoice(OPENID_NOTES, Scopes.NONE);
    assertThat(step(demand, visitor(before, said(new ConsentAnswer.Allowed(OPENID)))))
        .isEqualTo(new Answer(SESSION, OPENID));
  }

  @Test
  void what_was_just_allowed_but_withdrawn_since_is_asked_for_again() {
    var said = said(new ConsentAnswer.Allowed(OPENID));
    assertThat(step(demand(), visitor(ConsentChoice.NONE, said))).isInstanceOf(AskConsent.class);
  }

  @Test
  @Security(149)
  @Spec("RFC 6749 §4.1.2.1")
  void what_the_person_denied_is_refused() {
    refused(demand(), visitor(ALLOWED, said(new ConsentAnswer.Denied())), ACCESS_DENIED);
  }

  @Test
  @Spec("RFC 9396 §5")
  void details_are_asked_for_each_time_even_of_who_is_vouched_for() {
    for (var policy : ConsentPolicy.values()) {
      var demand = demand(detailed(OPENID, policy));
      assertThat(step(demand, visitor(ALLOWED))).isEqualTo(asking(OPENID, Scopes.NONE));
      refused(demand(detailed(OPENID, policy), NONE), visitor(ALLOWED), CONSENT_REQUIRED);
      assertThat(step(demand, visitor(ALLOWED, said(new ConsentAnswer.Allowed(OPENID)))))
          .isEqualTo(new Answer(SESSION, OPENID));
    }
  }

  @Test
  @Spec("RFC 9396 §3.1")
  void details_may_be_allowed_without_any_scope() {
    var demand = demand(detailed(Scopes.NONE, ConsentPolicy.ONCE));
    assertThat(step(demand, visitor(ConsentChoice.NONE)))
        .isEqualTo(asking(Scopes.NONE, Scopes.NONE));
    assertThat(
            step(demand, visitor(ConsentChoice.NONE, said(new ConsentAnswer.Allowed(Scopes.NONE)))))
        .isEqualTo(new Answer(SESSION, Scopes.NONE));
    refused(demand, visitor(ConsentChoice.NONE, said(new ConsentAnswer.Denied())), ACCESS_DENIED);
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void what_is_not_known_of_the_person_is_neither_asked_for_nor_granted() {
    var notes = Scopes.of("notes");
    var both = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(both, unknown(ConsentChoice.NONE, notes)))
        .isEqualTo(asking(OPENID, Scopes.NONE));
    assertThat(step(both, unknown(ALLOWED, notes))).isEqualTo(new Answer(SESSION, OPENID));
    var again = demand(wanted(OPENID_NOTES, ConsentPolicy.ALWAYS));
    assertThat(step(again, unknown(ALLOWED, notes))).isEqualTo(asking(OPENID, Scopes.NONE));
  }

  @Test
  void what_was_allowed_before_stays_allowed_though_it_is_not_known_today() {
    var all = new ConsentChoice(OPENID_NOTES, Scopes.NONE);
    var both = demand(wanted(OPENID_NOTES, ConsentPolicy.ONCE));
    assertThat(step(both, unknown(all, Scopes.of("notes"))))
        .isEqualTo(new Answer(SESSION, OPENID_NOTES));
  }

  @Test
  void where_nobody_is_asked_it_is_granted() {
    var ours = demand(wanted(OPENID_NOTES, ConsentPolicy.ON_DEMAND));
    assertThat(step(ours, unknown(ConsentChoice.NONE, Scopes.of("notes"))))
        .isEqualTo(new Answer(SESSION, OPENID_NOTES));
  }

  @Test
  void if_nothing_else_is_asked_for_it_is_asked_for_all_the_same() {
    var notes = Scopes.of("notes");
    var only = demand(wanted(notes, ConsentPolicy.ONCE));
    assertThat(step(only, unknown(ConsentChoice.NONE, notes)))
        .isEqualTo(asking(notes, Scopes.NONE));
  }

  @Test
  void only_a_scope_that_asks_for_claims_can_have_nothing_to_tell() {
    var claims = new Claims(Map.of("email", "ann@example.test"));
    var scopes = Scopes.of("openid", "notes", "email", "phone", "address", "offline_access");
    assertThat(Decision.unknown(scopes, claims)).isEqualTo(Scopes.of("phone", "address"));
  }
}
