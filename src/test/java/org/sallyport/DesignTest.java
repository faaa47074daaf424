package org.sallyport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType.SET;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.config.TextFile;
import org.sallyport.platform.jose.JoseParser;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.platform.ratelimit.ClientAddress;

/** What a class may lean on, and what it may not have. */
class DesignTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sallyport");

  @Test
  void the_words_of_the_specifications_know_no_container() {
    hold(
        noClasses()
            .that()
            .resideInAPackage("org.sallyport.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.hibernate..", "com.nimbusds.."));
  }

  @Test
  void no_class_leans_on_microprofile_or_jakarta_security() {
    hold(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile..", "jakarta.security.."));
  }

  // ServerSource asks the server's whether a datasource joins them.
  @Test
  void no_class_leans_on_the_transactions_of_the_server() {
    hold(
        noClasses()
            .that()
            .doNotHaveSimpleName("ServerSource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction.."));
  }

  @Test
  void no_class_leans_on_what_is_there_for_the_demo_and_the_tests() {
    hold(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds.oauth2..", "com.nimbusds.openid..", "net.minidev.."));
  }

  // They hand it to RateLimit and SignIns, which count by network, or show it to its owner.
  @Test
  void nothing_new_counts_by_the_text_of_an_address() {
    hold(
        noClasses()
            .that()
            .haveNameNotMatching(
                ".*\\.(ClientAuthentication|PasswordSignIn|Sessions|SignInTraces"
                    + "|ForgotPage|RegisterPage)")
            .should()
            .callMethod(ClientAddress.class, "of", HttpServletRequest.class));
  }

  @Test
  void what_operators_write_is_read_in_one_class_which_knows_byte_order_marks() {
    hold(
        noClasses()
            .that()
            .areNotAssignableTo(TextFile.class)
            .should()
            .callMethodWhere(
                describe(
                    "a file is read",
                    call ->
                        call.getTargetOwner().isEquivalentTo(Files.class)
                            && call.getName()
                                .matches("read(String|AllBytes|AllLines)|new.*|lines"))));
  }

  @Test
  void only_the_parser_has_the_library_read_what_others_wrote() {
    var reading =
        Set.of(
            "parse", "getJWTClaimsSet", "getStringClaim", "verify", "decrypt", "computeThumbprint");
    hold(
        noClasses()
            .that()
            .areNotAssignableTo(JoseParser.class)
            .and()
            .doNotHaveSimpleName("SealedKey") // reads the keys of this server
            .and()
            .doNotHaveSimpleName("IntrospectionResource") // reads what it has just written
            .should()
            .callMethodWhere(
                describe(
                    "the library reads",
                    call ->
                        call.getTargetOwner().getPackageName().startsWith("com.nimbusds")
                            && !call.getTargetOwner().isAssignableTo(Algorithm.class)
                            && reading.contains(call.getName()))));
  }

  @Test
  void only_bounded_places_do_what_grows_faster_than_its_input() {
    hold(
        noClasses()
            .that()
            .doNotHaveSimpleName("LanguageRanges")
            .should()
            .callMethod(Locale.class, "lookup", List.class, Collection.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Locale.LanguageRange.class));
    hold(
        noClasses()
            .that()
            .doNotHaveSimpleName("Deflated")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InflaterInputStream.class));
  }

  @Test
  void only_config_reads_the_environment_and_system_properties() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.sallyport.platform.config")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "getProperties"));
  }

  @Test
  void only_the_injected_clock_tells_the_time() {
    hold(
        noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now"));
  }

  /** The counters of sign-ins wait by a rule of their own, {@code Allowance}. */
  @Test
  void no_row_is_good_for_longer_because_a_wrong_clock_has_dated_it_ahead() {
    assertThat(PRODUCT.stream().filter(c -> c.isAnnotatedWith(Entity.class)))
        .filteredOn(c -> calls(c, Instant.class, "isBefore") || calls(c, Instant.class, "isAfter"))
        .filteredOn(c -> !calls(c, StoredTime.class, "isAhead"))
        .filteredOn(c -> !calls(c, StoredTime.class, "isWithin"))
        .extracting(JavaClass::getSimpleName)
        .containsExactly("SignInFailure");
  }

  private static boolean calls(JavaClass caller, Class<?> type, String method) {
    return caller.getMethodCallsFromSelf().stream()
        .anyMatch(
            call -> call.getTargetOwner().isEquivalentTo(type) && call.getName().equals(method));
  }

  // RESTEasy escapes a String of HTML at status 400.
  @Test
  void a_page_goes_through_jax_rs_as_bytes_only() {
    assertThat(Source.product())
        .filteredOn(source -> source.text().matches("(?is).*(text/html|TEXT_HTML).*"))
        .extracting(source -> source.path().getFileName().toString())
        .containsExactly("HtmlResponse.java");
  }

  // Written back as they were read, they would undo what another request has done meanwhile.
  @Test
  void rows_that_requests_race_for_change_by_conditional_updates_alone() {
    var rows =
        PRODUCT.stream()
            .filter(c -> c.isAnnotatedWith(Entity.class))
            .filter(c -> c.getPackageName().matches(".*\\.(grant|session|interaction)(\\..*)?"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows.stream().flatMap(c -> c.getMethods().stream()))
        .filteredOn(m -> m.getFieldAccesses().stream().anyMatch(a -> a.getAccessType() == SET))
        .isEmpty();
  }

  // It may be disabled between two questions of one request.
  @Test
  void a_client_that_is_not_there_any_more_is_a_refusal_and_no_fault() {
    hold(
        noClasses()
            .that(DescribedPredicate.describe("look for clients", DesignTest::looksForClients))
            .should()
            .callMethod(Optional.class, "orElseThrow"));
  }

  private static boolean looksForClients(JavaClass some) {
    return some.getAccessesFromSelf().stream()
        .anyMatch(
            a ->
                a.getTargetOwner().isEquivalentTo(Clients.class)
                    && Set.of("find", "known").contains(a.getName()));
  }

  @Test
  void nothing_is_kept_in_an_http_session() {
    hold(noClasses().should().dependOnClassesThat().areAssignableTo(HttpSession.class));
  }

  @Test
  void no_persistence_context_comes_from_the_container() {
    hold(noFields().should().beAnnotatedWith(PersistenceContext.class));
  }

  @Test
  void injected_fields_are_package_private() {
    hold(fields().that().areAnnotatedWith(Inject.class).should().bePackagePrivate());
  }

  @Test
  void entities_have_verbs_not_setters() {
    hold(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*"));
  }

  @Test
  void only_the_store_makes_an_empty_entity() {
    hold(
        constructors()
            .that()
            .haveRawParameterTypes(new Class<?>[0])
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .beProtected());
  }

  private static void hold(ArchRule rule) {
    rule.allowEmptyShould(true).check(PRODUCT);
  }
}
