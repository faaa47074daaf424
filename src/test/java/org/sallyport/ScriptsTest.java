package org.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/test does on a machine with a JDK and Maven, and nothing else that it wants. */
class ScriptsTest {
  private static final List<String> OF_EVERY_MACHINE =
      List.of(
          "bash dirname basename sed id rm mv mkdir cp ln readlink cat ls grep find head awk"
              .split(" "));

  private static final String THREE_PASSED =
      """
      mkdir -p target/failsafe-reports
      cd target/failsafe-reports
      echo '<testsuite name="a" tests="3" errors="0" skipped="0" failures="0">' >TEST-a.xml
      """;

  private Path tools;

  @BeforeEach
  void a_machine_with_little_on_it(@TempDir Path folder) throws IOException {
    tools = folder;
    for (var name : OF_EVERY_MACHINE) {
      script(name, "exec /usr/bin/" + name + " \"$@\"");
    }
    script("javac", "echo javac 17.0.1");
    script("mvn", "echo mvn \"$@\"");
  }

  @Test
  void one_unit_test_needs_no_other_tool() throws Exception {
    assertThat(run(Map.of("CI", "true"), "unit", "GrantsTest", "-o"))
        .isEqualTo("mvn -B test -Dtest=GrantsTest -o\n0");
  }

  @Test
  void one_integration_test_needs_no_other_tool(@TempDir Path checkout) throws Exception {
    aCheckout(checkout);
    var one = new String[] {"it", "CodeIT"};
    var command =
        "mvn -B verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=CodeIT"
            + " -Dfailsafe.failIfNoSpecifiedTests=false\n";
    assertThat(run(checkout, Map.of("CI", "true"), one))
        .startsWith(command)
        .contains("there is no integration test CodeIT")
        .endsWith("\n1");

    script("mvn", "echo mvn \"$@\"\n" + THREE_PASSED);
    assertThat(run(checkout, Map.of("CI", "true"), one)).isEqualTo(command + "0");
  }

  @Test
  void who_names_no_test_is_told_how() throws Exception {
    assertThat(run(Map.of(), "unit")).contains("scripts/test unit NAME").endsWith("\n1");
    assertThat(run(Map.of(), "it")).contains("scripts/test it NAME").endsWith("\n1");
  }

  @Test
  void without_ci_the_others_run_and_what_is_missing_is_said_at_the_end() throws Exception {
    var said = run(Map.of());
    assertThat(said).contains("mvn -B verify -Dlearn=true\n").endsWith("\n0");
    assertThat(said.substring(said.indexOf("mvn -B verify -Dlearn=true")))
        .contains(
            "NOT ALL IS TESTED: npm is missing",
            "NOT ALL IS TESTED: chromium is missing",
            "NOT ALL IS TESTED: haproxy is missing",
            "NOT ALL IS TESTED: faketime is missing");
  }

  @Test
  void with_ci_the_first_missing_tool_ends_it() throws Exception {
    assertThat(run(Map.of("CI", "true")))
        .contains("npm is missing")
        .doesNotContain("mvn")
        .endsWith("\n1");
  }

  @Test
  void the_tests_run_on_the_server_that_is_named(@TempDir Path checkout) throws Exception {
    aCheckout(checkout);
    // Unpacks Payara Micro into the folder after --rootdir.
    script("java", "mkdir -p \"$4\"");
    script(
        "mvn",
        """
        case $* in *failsafe:verify*) ;; *) exit 0 ;; esac
        """
            + THREE_PASSED);

    assertThat(run(checkout, Map.of("CI", "true"), "--servers", "payara-micro"))
        .containsPattern("Payara Micro .*none ran +\\| 3 passed")
        .endsWith("\n0");
  }

  @Test
  void a_server_that_cannot_be_prepared_is_named_in_the_table(@TempDir Path checkout)
      throws Exception {
    aCheckout(checkout);
    script("java", "exit 1");

    assertThat(run(checkout, Map.of("CI", "true"), "--servers", "payara-micro"))
        .contains("Payara Micro could not be unpacked")
        .containsPattern("payara-micro .*none ran +\\| none ran")
        .endsWith("\n1");
  }

  @Test
  void a_start_is_learned_with_one_application_however_many_are_started(@TempDir Path checkout)
      throws Exception {
    aCheckout(checkout);
    // Writes what it is started with below --rootdir, and ends.
    script(
        "java",
        """
        case "$*" in *--outputlauncher*)
          mkdir -p "$4"/{config/branding,lib,META-INF}
          echo 'MICRO_OPENS= MICRO_CLASSPATH=' >"$4/.env" ;;
        esac
        for all; do case $all in *.war:*) echo "deploys /${all##*/}" >>"$CHECKOUT/deployed" ;; esac; done
        """);
    for (var made : List.of("sallyport.war", "payara-micro.jar")) {
      Files.createDirectories(checkout.resolve("target"));
      Files.createFile(checkout.resolve("target").resolve(made));
    }

    assertThat(learns(checkout)).contains("Starting once, to learn", "could not be learned: see ");
    assertThat(checkout.resolve("deployed")).hasContent("deploys /");

    var lock = checkout.resolve("target/learned-17.jsa.lock");
    Files.createSymbolicLink(lock, Path.of("" + ProcessHandle.current().pid()));
    assertThat(learns(checkout)).doesNotContain("Starting once");
    Files.delete(lock);
    // The process that made it has ended.
    Files.createSymbolicLink(lock, Path.of("" + Integer.MAX_VALUE));
    assertThat(learns(checkout)).contains("Starting once, to learn");
    assertThat(lock).doesNotExist();
  }

  private String learns(Path checkout) throws Exception {
    return run(
        checkout.resolve("scripts/run"),
        Map.of("CHECKOUT", checkout.toString()),
        List.of("--learn", "--copies", "a,b", "--build"));
  }

  // On a machine that has what the tests of servers need.
  private void aCheckout(Path folder) throws IOException {
    script("npm", "exit 1");
    script("chromium", "exit 1");
    for (var name :
        List.of(
            "pom.xml",
            "src/test/pom.xml",
            "src/build/pom.xml",
            "scripts/run",
            "scripts/test",
            "scripts/tools.sh",
            "scripts/servers/payara-micro.sh",
            "server-config/payara-micro/boot.asadmin",
            "server-config/payara-micro/glassfish-version.properties")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.copy(Path.of(name), folder.resolve(name));
    }
  }

  private void script(String name, String line) throws IOException {
    var file = Files.writeString(tools.resolve(name), "#!/bin/bash\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** All that it prints, and its exit status on the last line. */
  private String run(Map<String, String> environment, String... arguments) throws Exception {
    return run(Path.of(""), environment, arguments);
  }

  private String run(Path checkout, Map<String, String> environment, String... arguments)
      throws Exception {
    return run(checkout.resolve("scripts/test"), environment, List.of(arguments));
  }

  private String run(Path script, Map<String, String> environment, List<String> arguments)
      throws Exception {
    var command = new ArrayList<>(List.of("/bin/bash", script.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + process.waitFor();
  }
}
