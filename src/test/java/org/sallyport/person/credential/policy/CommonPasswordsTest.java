package org.sallyport.person.credential.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.sallyport.person.credential.Password;

class CommonPasswordsTest {
  private static final CommonPasswords COMMON = CommonPasswords.load();

  @Test
  void each_password_of_the_list_that_has_eight_characters_is_one() throws IOException {
    try (var jar = new ZipFile("target/passwords/nbvcxz.jar");
        var list = jar.getInputStream(jar.getEntry("dictionaries/passwords.txt"));
        var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
      var long8 = lines.lines().filter(l -> l.codePointCount(0, l.length()) >= 8).toList();
      assertThat(long8).hasSize(39_332);
      assertThat(long8).allMatch(l -> COMMON.contains(new Password(l)));
      assertThat(COMMON.size()).isEqualTo(38_454);
    }
  }

  @Test
  void others_are_none() {
    assertThat(IntStream.range(0, 100_000).mapToObj(i -> new Password("zq7vT0xm2L" + i)))
        .noneMatch(COMMON::contains);
    assertThat(COMMON.contains(new Password(""))).isFalse();
  }
}
