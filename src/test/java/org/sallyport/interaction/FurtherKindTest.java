package org.sallyport.interaction;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.interaction.page.LanguageSwitch;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.TestExpired;
import org.sallyport.platform.page.PageError;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;

/** A kind of interaction that the product does not know: it takes its two classes, and no more. */
class FurtherKindTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Approval APPROVAL =
      new Approval(new ClientId("tv"), Optional.empty(), Optional.empty(), NOW);

  private final Tickets tickets = TestTickets.at(NOW);
  private final String ticket = tickets.seal(APPROVAL);

  @Test
  void its_ticket_opens_as_what_it_was() {
    assertThat(tickets.open(ticket)).contains(APPROVAL);
    assertThat(tickets.open(ticket, PendingAuthorization.class)).isEmpty();
  }

  @Test
  void the_browser_goes_on_where_it_says_after_a_sign_in() {
    var next = tickets.open(ticket).orElseThrow().signedIn(new SessionId("s1"));
    var address = tickets.wayOn(next);
    assertThat(address).startsWith("/approval?ticket=");
    assertThat(tickets.open(address.substring(address.indexOf('=') + 1), Approval.class))
        .flatMap(Approval::session)
        .contains(new SessionId("s1"));
  }

  @Test
  void the_language_of_its_page_can_be_changed() {
    var switched = tickets.inLanguage(ticket, "ar").orElseThrow();
    assertThat(tickets.uiLocales(switched)).contains("ar");
  }

  @Test
  void its_ticket_lasts_as_long_as_it_says_and_then_leads_to_its_start() {
    var end = NOW.plus(ApprovalKind.TEN_MINUTES);
    assertThat(TestTickets.at(end.minusSeconds(1)).open(ticket)).isPresent();
    assertThat(TestTickets.at(end).open(ticket)).isEmpty();
    assertThat(TestExpired.error(end, ticket).action())
        .contains(
            new PageError.Action("error.expired.again", "https://id.test/approval?client_id=tv"));
  }

  @Test
  void pages_that_serve_all_kinds_name_none() {
    var product =
        new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sallyport.login", "org.sallyport.interaction");
    noClasses()
        .that()
        .resideInAPackage("..login..")
        .or()
        .belongToAnyOf(Page.class, LanguageSwitch.class, Tickets.class)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(PendingAuthorization.class, PendingLogout.class)
        .check(product);
  }
}
