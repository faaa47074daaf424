package org.sallyport.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Beans;
import org.sallyport.Spec;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.runtime.Background;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class MetadataDocumentTest {
  private volatile List<String> scopes = List.of("a");
  private Runnable tick = () -> {};
  private final MetadataDocument document = document();

  @Test
  @Spec("RFC 8414 §2")
  void what_a_source_tells_later_is_taken_over() {
    document.start();
    var first = document.bytes();
    tick.run();
    assertThat(document.bytes()).isSameAs(first);
    scopes = List.of("a", "b");
    tick.run();
    assertThat(document.bytes()).isNotSameAs(first);
    var second = document.bytes();
    scopes = List.of("a");
    tick.run();
    assertThat(document.bytes()).isNotSameAs(second);
  }

  private MetadataDocument document() {
    var made = new MetadataDocument();
    MetadataSource source = metadata -> metadata.add("scopes_supported", scopes);
    made.sources = new Beans<>(List.of(source));
    made.settings = TestSettings.standard();
    made.background =
        new Background() {
          @Override
          public void refreshing(String what, Duration pause, Runnable work) {
            assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1));
            tick = work;
          }
        };
    return made;
  }
}
