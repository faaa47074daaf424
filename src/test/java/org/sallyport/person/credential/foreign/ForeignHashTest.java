package org.sallyport.person.credential.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

@Spec({"RFC 2307 §5.3", "RFC 7914", "RFC 8018 §5.2", "RFC 9106"})
class ForeignHashTest {
  private static final String TYPED = "Grüße an Jürgen, 5 € für Döner";
  private static final String SALT = "$AAECAwQFBgcICQoLDA0ODw$";
  private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuu";

  // Made by Python's hashlib, by libxcrypt and by the reference implementation of Argon2.
  static Stream<String> others() {
    return Stream.of(
        "$2a$05$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu",
        "$2b$05$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu",
        "$2y$05$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu",
        "$pbkdf2$i=1000" + SALT + "YiWkstrXLXJ2duZ+SdG9sJVoxrs",
        "$pbkdf2-sha1$1000" + SALT + "YiWkstrXLXJ2duZ.SdG9sJVoxrs",
        "$pbkdf2-sha256$i=1000" + SALT + "dP3czblwPBmJfIXzpCsi+7G0bvzA6i7plnAebd7e9NI",
        "$pbkdf2-sha512$i=1000"
            + SALT
            + "hmW0EJrRL54tCPsrkQ6qFq/NBJmTUykgAuQONC59Sl4VRGgeS8Ktp+60da5lBWv18rQwuH7mJdJjxYOEcvqsyw",
        // As Keycloak has it: 64 bytes, of which SHA-256 makes two blocks, and padded base64.
        "$pbkdf2-sha256$i=27500,l=64$AAECAwQFBgcICQoLDA0ODw==$"
            + "SiavlH7yhksP0q1h376Lde5r86nQaslPro9wI7ikpeJieLCwNGHsvtYVZrtFqvmzwG1Sl27aBmXrQiCc7tXUDQ==",
        // As passlib has it: without i=, and with dots.
        "$pbkdf2-sha512$29000$8PHy8/T19vf4.fr7/P3./w$"
            + "5KDApwRJ/xpA8nBC3NTduxF0yJKQae8012LNqdbGgA8unbUz8.gN5m4Dz3oIpxP/4GD41kldko/LV.Cfgukb6w",
        "$scrypt$ln=14,r=8,p=1" + SALT + "kqjqWUAfJcj8zovpm8/zIDDach5gRCTj69Wb4WmgYbU",
        "{SSHA}0mRcw1sQz8oH/F8KO2/HPfZGWTYAAQIDBAUGBw==",
        "{SSHA256}SUI99yhkjXG12e5SFC87L5fBP2djxMPTzTwbg3hqszUAAQIDBAUGBw==",
        "{SSHA512}BDOP9RMvqcWo9nH7Qmq7AEG2S4oyeatGAJTu97d+ft0WFoYfy8LAsdhVBxfYdR1ABfhSjA5u5P+K7fpK"
            + "lckBIgABAgMEBQYH",
        "$argon2d$v=16$m=256,t=3,p=2" + SALT + "/OmGqPDBCPZc2QhH7rw0B8k9LGk7at+mTwSQ+Nc/H6Y",
        "$argon2d$v=19$m=256,t=3,p=2" + SALT + "viRnOqf3Iv8du4ia7+5lUvAwpqqohsS98qk4NTafAB4",
        "$argon2i$m=256,t=3,p=2" + SALT + "kjS9j+Z1MA1pQOKHm7YWy+LOzJMcg+8e+2BhkQvOCH4",
        "$argon2i$v=19$m=256,t=3,p=2" + SALT + "q2oGj3NeuKI17FmLd0LpQRFCuA/bCifMV32IxkiTQJQ",
        "$argon2id$v=16$m=256,t=3,p=2" + SALT + "jNvSSqrzprbqD9yawI+9X0A1iMsNkfZt9g6UaLCHK3g",
        "$argon2id$v=19$m=256,t=3,p=2" + SALT + "H/u6svezoX2K2zO32x8gkgHR5ckqS8o+78HWR7vEjzg");
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_hash_of_another_system_knows_its_password_and_no_other(String text) {
    var hash = ForeignHash.parse(text);
    assertThat(hash.matches(TYPED)).isTrue();
    assertThat(hash.text()).isEqualTo(text);
    assertThat(
            Stream.of(
                "",
                TYPED + " ",
                " " + TYPED,
                TYPED.substring(1),
                TYPED.substring(0, TYPED.length() - 1),
                TYPED.toLowerCase(java.util.Locale.ROOT),
                TYPED.replace("€", "EUR"),
                // To HMAC and to bcrypt, these would be the same.
                TYPED + "\0",
                TYPED + "\0" + TYPED))
        .noneMatch(hash::matches);
  }

  @ParameterizedTest
  @MethodSource("others")
  void each_bit_of_what_is_kept_counts(String text) {
    var at = text.lastIndexOf(text.startsWith("{") ? '}' : '$') + (text.startsWith("$2") ? 23 : 1);
    for (var i = at; i < at + 20; i++) {
      var other = text.charAt(i) == 'A' ? 'B' : 'A';
      var changed = ForeignHash.parse(text.substring(0, i) + other + text.substring(i + 1));
      assertThat(changed.matches(TYPED)).as("character %d", i).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "password, $pbkdf2$4096$c2FsdA$SwB5AbdlSJq+rUnZJvch0GWkKcE",
    "password, $scrypt$ln=10;r=8;p=16$TmFDbA$"
        + "/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA",
    "pleaseletmein, $scrypt$ln=14;r=8;p=1$U29kaXVtQ2hsb3JpZGU$"
        + "cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw",
  })
  void the_test_vectors_of_the_rfcs_are_passwords(String password, String text) {
    assertThat(ForeignHash.parse(text.replace(';', ',')).matches(password)).isTrue();
  }

  @Test
  void of_a_long_password_bcrypt_knows_the_first_72_bytes() {
    var cut = ForeignHash.parse(BCRYPT + "27cMlyCWDTurVF9riKaJdxG4efXAZ8i");
    assertThat(cut.matches("x".repeat(71) + "ABC")).isTrue();
    assertThat(cut.matches("x".repeat(71) + "A, and so on")).isTrue();
    assertThat(cut.matches("x".repeat(71) + "BBC")).isFalse();
    assertThat(cut.matches("x".repeat(71))).isFalse();
    var full = ForeignHash.parse(BCRYPT + "wurWIdVVT4m5pTArtqnFNM69nySdHj.");
    assertThat(full.matches("y".repeat(72))).isTrue();
    assertThat(full.matches("y".repeat(71))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$2b$15$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu | bcrypt of 15 | 14",
        "$pbkdf2-sha256$i=2000001$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | iterations of 2000001 | 2000000",
        "$pbkdf2-sha256$999999999999$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | iterations of 9 | 2000000",
        "$scrypt$ln=18,r=8,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | ln=18,r=8,p=1 | ln=17,r=8,p=2",
        "$scrypt$ln=17,r=8,p=3$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | ln=17,r=8,p=3 | ln=17,r=8,p=2",
        "$scrypt$ln=999999999,r=8,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | ln=9 | ln=17",
        "$argon2i$v=19$m=131073,t=1,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | m of 131073 | 131072",
        "$argon2id$v=19$m=131072,t=9,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | t of 9 | 8",
      })
  void what_costs_too_much_is_refused_by_name_and_with_the_bound(
      String text, String what, String bound) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForeignHash.parse(text))
        .withMessageContaining(what)
        .withMessageContaining(bound);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
        "$6$salt$IxDD3jeSOb5eB1CX5LBsqZFVkJdido3OUILO5Ifz5iwMuTS4XMS130MTSuDDl3aCI6WouIL9AjRbLCelDCy.g.",
        "$2x$05$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu",
        "$2b$03$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu",
        "$2b$05$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFps",
        "$pbkdf2-md5$i=1000$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "$pbkdf2-sha256$i=0$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "$pbkdf2-sha256$i=1000$AAEC$c2hvcnQ",
        "$scrypt$ln=0,r=8,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "$scrypt$ln=16,r=1,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "$argon2i$v=18$m=256,t=3,p=2$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "$argon2i$v=19$m=15,t=3,p=2$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "$argon2i$v=19$m=256,t=0,p=2$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p",
        "{SHA}qUqP5cyxm6YcTAhz05Hph5gvu9M=",
        "{SSHA}qUqP5cyxm6YcTAhz05Hph5gvu9M=",
        "{SSHA}AAAA",
        "{MD5}AAAA",
      })
  void any_other_form_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ForeignHash.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$2b$11$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu | false",
        "$2b$12$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu | true",
        "$pbkdf2-sha256$i=300000$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | false",
        "$pbkdf2-sha256$i=600000$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | true",
        "$scrypt$ln=15,r=8,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | false",
        "$scrypt$ln=17,r=8,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | true",
        "$argon2i$v=19$m=65536,t=2,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | false",
        "$argon2i$v=19$m=65536,t=3,p=1$AAEC$dP3czblwPBmJfIXzpCsi+7G0bvzA6i7p | true",
        "{SSHA}0mRcw1sQz8oH/F8KO2/HPfZGWTYAAQIDBAUGBw== | false",
      })
  void what_takes_much_longer_than_a_password_of_our_own_says_so(String text, boolean costly) {
    assertThat(ForeignHash.parse(text).isCostly()).isEqualTo(costly);
  }
}
