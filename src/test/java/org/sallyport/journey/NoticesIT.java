package org.sallyport.journey;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Tool;

/** What is owed to those whose libraries are in the WARs: each is named, with its license. */
class NoticesIT {
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?:WEB-INF/lib|META-INF/command/lib|WEB-INF/classes/native|spa/lib)/"
              + "([\\w.-]+?)(?:-[0-9][\\w.]*)?[.](?:jar|js)");
  private static final Pattern LINE = Pattern.compile("(?m)^(\\S+) {2,}(\\S.*?) {2,}(\\S+)$");

  @ParameterizedTest
  @ValueSource(strings = {"sallyport.war", "demo.war"})
  void the_notice_names_all_libraries_and_no_others(String war) {
    Tool.need("npm", "target/" + war);
    var libraries =
        entries(war).stream()
            .map(LIBRARY::matcher)
            .filter(m -> m.matches())
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(libraries).contains("nimbus-jose-jwt");
    assertThat(named(war).keySet()).containsExactlyInAnyOrderElementsOf(libraries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sallyport.war", "demo.war"})
  void the_text_of_each_license_is_there(String war) {
    Tool.need("npm", "target/" + war);
    var texts = named(war).values().stream().map(NoticesIT::place).collect(Collectors.toSet());
    assertThat(texts).contains("META-INF/LICENSE").allSatisfy(t -> mustBeThere(war, t));
    assertThat(entries(war).stream().filter(e -> e.matches("META-INF/licenses/.+")))
        .allSatisfy(text -> assertThat(content(war, "META-INF/NOTICE")).contains(relative(text)));
  }

  @Test
  void the_classes_of_bouncy_castle_have_their_license_beside_them() {
    assertThat(content("sallyport.war", "META-INF/licenses/bouncy-castle.txt"))
        .contains("The Legion of the Bouncy Castle", "Permission is hereby granted");
    var file = target("libraries").toFile().listFiles((folder, name) -> name.startsWith("argon2"));
    assertThat(file).hasSize(1);
    assertThat(entries("libraries/" + file[0].getName())).contains("META-INF/LICENSE.md");
  }

  @Test
  void nobody_reads_them_over_http() {
    var server = Server.onH2();
    var host = "Host: " + URI.create(server.issuer()).getAuthority();
    for (var entry : entries("sallyport.war")) {
      if (entry.startsWith("META-INF/")) {
        var answer = Wire.exchange(server, "GET /" + entry + " HTTP/1.1", host);
        assertThat(Wire.status(answer)).as(entry).isEqualTo(404);
        assertThat(answer).doesNotContain("Permission is hereby", "TERMS AND CONDITIONS");
      }
    }
  }

  private static Map<String, String> named(String war) {
    return LINE.matcher(content(war, "META-INF/NOTICE"))
        .results()
        .filter(r -> !r.group(1).matches("Library|-+|h2.*github.*"))
        .filter(r -> !r.group(3).startsWith("https:"))
        .collect(toMap(r -> r.group(1), r -> r.group(3)));
  }

  private static String place(String text) {
    return URI.create("META-INF/" + text).normalize().toString();
  }

  private static String relative(String entry) {
    return entry.substring("META-INF/".length());
  }

  private static void mustBeThere(String war, String entry) {
    assertThat(content(war, entry)).hasSizeGreaterThan(900).containsIgnoringCase("copyright");
  }

  private static Set<String> entries(String war) {
    try (var zip = new ZipFile(target(war).toFile())) {
      return zip.stream()
          .map(e -> e.getName())
          .filter(e -> !e.endsWith("/"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(String war, String entry) {
    try (var zip = new ZipFile(target(war).toFile());
        var text = zip.getInputStream(zip.getEntry(entry))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path target(String name) {
    return Path.of("target", name);
  }
}
