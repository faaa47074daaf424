package org.sallyport.platform.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

class EndpointTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sallyport");

  @Test
  void every_endpoint_says_at_its_class_what_it_is() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .beAnnotatedWith(Endpoint.class)
        .check(PRODUCT);
    classes()
        .that()
        .areAnnotatedWith(WebServlet.class)
        .and()
        .resideOutsideOfPackage("org.sallyport.platform..")
        .should()
        .beAnnotatedWith(Endpoint.class)
        .check(PRODUCT);
  }

  @Test
  @Security({41, 65})
  @Spec("RFC 9700 §2.6")
  void scripts_may_call_these() {
    assertThat(paths(Endpoint::cors))
        .containsExactlyInAnyOrder(
            "/oauth2/token",
            "/oauth2/par",
            "/oauth2/revoke",
            "/oauth2/userinfo",
            "/oauth2/jwks",
            "/.well-known/openid-configuration/*",
            "/.well-known/oauth-authorization-server/*");
  }

  @Test
  @Spec("RFC 7523 §3")
  void clients_authenticate_at_these() {
    assertThat(paths(Endpoint::authenticatesClients))
        .containsExactlyInAnyOrder(
            "/oauth2/token", "/oauth2/par", "/oauth2/introspect", "/oauth2/revoke");
  }

  @Test
  @Spec("RFC 6750 §3")
  void access_tokens_are_shown_at_one() {
    assertThat(paths(Endpoint::protectedResource)).containsExactly("/oauth2/userinfo");
  }

  @Test
  @Spec("RFC 9111 §5.2")
  void answers_of_these_may_be_kept() {
    assertThat(paths(Endpoint::cacheable))
        .containsExactlyInAnyOrder(
            "/oauth2/jwks",
            "/.well-known/openid-configuration/*",
            "/.well-known/oauth-authorization-server/*");
  }

  @Test
  @Security(39)
  void operators_call_these_by_any_host() {
    assertThat(paths(Endpoint::forOperators))
        .containsExactlyInAnyOrder("/health/live", "/health/ready", "/metrics");
  }

  private static Stream<String> paths(Predicate<Endpoint> trait) {
    return TestEndpoints.ALL.entrySet().stream()
        .filter(e -> trait.test(e.getValue()))
        .map(e -> e.getKey());
  }
}
