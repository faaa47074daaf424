package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Poll;
import org.sallyport.Security;

/** Logos and colours as files: of this server, guarded, and kept by caches. */
class BrandingFilesIT {
  private static final Pattern FILE = Pattern.compile("\"(/(?:brand|logos)/[0-9a-f]+[.][a-z]+)\"");

  private final Server server = Branded.server();
  private final Browser browser = new Browser(server);

  @Test
  @Security({109, 110})
  void they_are_kept_for_good_and_nothing_but_what_they_say() {
    var login = Application.web(server).asksFor("openid").url();
    Poll.until(Duration.ofSeconds(60), () -> browser.open(login).body().contains("\"/logos/"));
    var files = FILE.matcher(browser.open(login).body()).results().map(r -> r.group(1)).distinct();
    var all = files.toList();
    assertThat(all).hasSize(4);
    for (var file : all) {
      var answer = browser.get(server.url(file));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Type").replace(" ", ""))
          .isEqualToIgnoringCase(file.endsWith(".css") ? "text/css;charset=UTF-8" : "image/png");
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/brand",
        "/brand/",
        "/brand/x.png",
        "/logos/0.png",
        "/logos/0000000000000000000000000000000000000000000000000000000000000000.png"
      })
  void what_is_not_there_is_not_found_and_not_kept(String path) {
    var answer = browser.get(server.url(path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_logo_that_harms_is_not_shown() {
    var login = Application.evil(server).asksFor("openid").url();
    assertThat(browser.open(login).body()).doesNotContain("/logos/");
    assertThat(browser.get(server.url("/health/ready")).status()).isEqualTo(200);
  }
}
