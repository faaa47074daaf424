package org.sallyport.protocol.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/** A host in other letters is told in punycode, ready to be copied. */
@Spec("RFC 5891 §4.4")
class InternationalNamesTest {
  @ParameterizedTest
  @CsvSource({
    "https://b\u00fccher.example/cb, xn--bcher-kva.example",
    "https://B\u00dcCHER.example:8443, xn--bcher-kva.example",
    "https://me@b\u00fccher.example/cb, xn--bcher-kva.example",
    "https://b%C3%BCcher.example/cb, xn--bcher-kva.example",
    "b\u00fccher.example, xn--bcher-kva.example",
    "https://\u0645\u062b\u0627\u0644.example/, xn--mgbh0fb.example"
  })
  void a_host_in_other_letters_is_told_in_punycode(String address, String told) {
    assertThat(InternationalNames.advice(address))
        .hasValueSatisfying(advice -> assertThat(advice).endsWith("punycode: " + told));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://xn--bcher-kva.example/cb",
        "https://app.example/b\u00fccher",
        "https://app.example/b%C3%BCcher?%C3%BC#\u00fc",
        "http://[::1]:8080/cb",
        "com.example.app:/cb",
        "https://app%2Eexample/cb",
        "https://app%/cb",
        "https:///cb",
        "://"
      })
  void any_other_address_needs_no_advice(String address) {
    assertThat(InternationalNames.advice(address)).isEmpty();
  }

  static Stream<Consumer<String>> readers() {
    return Stream.of(
        uri -> new RedirectUri(uri, ApplicationType.WEB),
        uri -> new RedirectUri(uri, ApplicationType.NATIVE),
        WebOrigin::new);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void whoever_reads_an_address_says_so(Consumer<String> reader) {
    assertThatThrownBy(() -> reader.accept("https://b\u00fccher.example"))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("punycode: xn--bcher-kva.example");
  }
}
