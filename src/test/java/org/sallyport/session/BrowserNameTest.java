package org.sallyport.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {
  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0,"
        + " Firefox, Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML like Gecko)"
        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0, Edge, Windows",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML like Gecko) Chrome/140.0.0.0"
        + " Safari/537.36, Chrome, Linux",
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML like Gecko)"
        + " SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36, Samsung Internet, Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
        + " (KHTML like Gecko) Version/18.0 Mobile/15E148 Safari/604.1, Safari, iPhone",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML like Gecko)"
        + " Version/18.0 Safari/605.1.15, Safari, macOS",
  })
  void common_browsers_and_systems_have_their_names(String header, String browser, String system) {
    assertThat(BrowserName.of(header).browser()).contains(browser);
    assertThat(BrowserName.of(header).system()).contains(system);
  }

  @Test
  void what_is_not_known_has_no_name() {
    assertThat(BrowserName.of("curl/8.0").browser()).isEmpty();
    assertThat(BrowserName.of("").system()).isEmpty();
    assertThat(BrowserName.of("").line()).isEmpty();
    assertThat(BrowserName.of("X (Windows) Firefox/1").line()).isEqualTo("Firefox, Windows");
  }
}
