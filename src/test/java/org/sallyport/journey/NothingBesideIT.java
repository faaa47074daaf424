package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;

/** Nothing of the server's own answers beside us, and each endpoint serves its methods alone. */
class NothingBesideIT {
  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "TRACK",
          "PROPFIND",
          "MKCOL",
          "LOCK",
          "FOO");
  private static final List<String> OWN_METHODS = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT");
  private static final Set<String> NAMES =
      Set.of(
          "payara",
          "glassfish",
          "wildfly",
          "undertow",
          "liberty",
          "jboss",
          "grizzly",
          "jersey",
          "resteasy",
          "srve0",
          "catalina",
          "exception",
          "wadl",
          "openapi:",
          "$wsep",
          "\r\nserver:",
          "x-powered-by");

  private static final String OTHERS =
      """
      /openapi /openapi.json /openapi/ui /metrics/base /metrics/vendor /metrics/application
      /health /health/started /health/nowhere /console /management /admin /asadmin /__asadmin
      /ibm/api /ibm/api/docs /ibm/console /ibm_security_logout /j_security_check
      /IBMJMXConnectorREST /adminCenter /jolokia /payara /monitoring /rest-monitoring /graphql
      /graphql-ui /jmx /resteasy/registry /jwt/ibm/api /manager/html /docs /favicon.ico
      /robots.txt /index.html /index.jsp /x.jsp /x.jspx /x.jsf /x.faces /faces/login /error
      /assets /assets/nowhere.css /WEB-INF /WEB-INF/web.xml /WEB-INF/beans.xml
      /web-inf/web.xml /META-INF /META-INF/MANIFEST.MF /META-INF/persistence.xml
      /WEB-INF/classes /WEB-INF/classes/org/sallyport/Startup.class
      /org/sallyport/Startup.class /org /org/sallyport/launcher /org/sallyport/launcher/
      /org/sallyport/launcher/Launcher.class /org/sallyport/launcher/WarLoader.class
      /META-INF/versions /META-INF/versions/17/org/sallyport/launcher/Launcher.class
      /META-INF/command /META-INF/command/lib /META-INF/command/lib/ /WEB-INF/lib /WEB-INF/templates/layout.xhtml
      /templates/layout.xhtml /login.xhtml /index.xhtml /jakarta.faces.resource
      /jakarta.faces.resource/faces.js /jakarta.faces.resource/faces.js.xhtml
      /jakarta.faces.push/x /oauth2 /oauth2/ /oauth2/nowhere /oauth2/application.wadl
      /application.wadl /.well-known /.well-known/nowhere /api /api/x /nowhere
      """;

  private final Server server = Server.onH2();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  static Stream<String> doors() {
    return Doors.all().keySet().stream();
  }

  static Stream<String> paths() {
    return Stream.concat(doors(), Stream.of(OTHERS.split("\\s+")));
  }

  @ParameterizedTest
  @Security({110, 111})
  @MethodSource("paths")
  void every_answer_is_ours(String path) {
    var served = Doors.all().getOrDefault(path, Set.of());
    for (var method : METHODS) {
      var answer = answer(method, path);
      if (served.contains(method)) {
        assertThat(Wire.status(answer)).as(method + answer).isNotIn(0, 405, 500, 501);
      } else {
        assertThat(Wire.status(answer)).as(method + answer).isIn(0, 400, 403, 404, 405);
      }
      assertThat(isOurs(answer) || isBare(answer)).as(method + answer).isTrue();
    }
  }

  @ParameterizedTest
  @Security(111)
  @MethodSource("doors")
  void an_endpoint_says_which_methods_it_serves(String path) {
    for (var method : OWN_METHODS) {
      if (!Doors.all().getOrDefault(path, Set.of()).contains(method)) {
        var answer = answer(method, path);
        assertThat(Wire.status(answer)).as(answer).isEqualTo(405);
        var allow = answer.replaceFirst("(?s).*\r\nAllow: ([^\r]*).*", "$1");
        assertThat(Set.of(allow.split(", "))).as(answer).isEqualTo(Doors.all().get(path));
      }
    }
  }

  @Test
  @Security(111)
  void options_are_answered_by_us() {
    for (var path : List.of("/oauth2/token", "/oauth2/jwks", "/oauth2/userinfo")) {
      var answer = answer("OPTIONS", path);
      assertThat(Wire.status(answer)).as(answer).isEqualTo(204);
      assertThat(answer).contains("\r\nAllow: ").doesNotContain("TRACE");
    }
  }

  @ParameterizedTest
  @Security(111)
  @ValueSource(strings = {"/oauth2/token", "/login", "/oauth2/jwks", "/nowhere", "/openapi"})
  void what_a_method_override_says_is_not_heard(String path) {
    var answer =
        Wire.exchange(server, "GET " + path + " HTTP/1.1", host, "X-HTTP-Method-Override: PATCH");
    assertThat(answer).isNotNull();
    assertThat(Wire.status(answer)).isEqualTo(Wire.status(answer("GET", path)));
  }

  @ParameterizedTest
  @Security(110)
  @ValueSource(strings = {"*", "x", "*/x", "http:/x"})
  void a_target_that_is_no_path_is_no_fault(String target) {
    for (var method : List.of("GET", "POST", "OPTIONS")) {
      var answer = answer(method, target);
      assertThat(Wire.status(answer)).as(method + answer).isIn(0, 204, 400, 404, 405);
      assertThat(isOurs(answer) || isBare(answer)).as(method + answer).isTrue();
    }
  }

  @Test
  @Security(110)
  void while_it_starts_no_answer_names_the_server() throws InterruptedException {
    server.stop();
    try (var watch = new StartWatch(server)) {
      server.start();
      new Browser(server).get(server.url("/oauth2/jwks"));
      watch.waitsForAnAnswer();
      assertThat(watch.answers().stream().map(NothingBesideIT::told).distinct())
          .allSatisfy(told -> assertThat(told).doesNotContain(NAMES));
    }
  }

  // The page of GlassFish has this title, whatever its version is.
  private static String told(HttpResponse<String> answer) {
    var told = answer.headers().map() + answer.body();
    return told.toLowerCase(Locale.ROOT).replace("<title>glassfish v4 - error", "");
  }

  private String answer(String method, String path) {
    var answer =
        Wire.exchange(server, method + " " + path + " HTTP/1.1", host, "Content-Length: 0");
    assertThat(withoutSealed(answer).toLowerCase(Locale.ROOT)).doesNotContain(NAMES);
    return answer;
  }

  // Random letters, which may be those of any name.
  private static String withoutSealed(String answer) {
    return answer.replaceFirst("name=\"page\" value=\"[A-Za-z0-9_-]+\"", "");
  }

  private static boolean isOurs(String answer) {
    return answer.contains("Content-Security-Policy: ");
  }

  // Some servers refuse such paths and TRACE before any filter, in a word that names nothing.
  private static boolean isBare(String answer) {
    return answer.replaceFirst("(?s).*?\r\n\r\n", "").length() < 100;
  }
}
