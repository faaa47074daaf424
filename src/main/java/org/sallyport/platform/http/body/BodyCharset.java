package org.sallyport.platform.http.body;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The charset that a body says to be in (RFC 9110 §8.3.2). */
public record BodyCharset(String name) {
  private static final Pattern NAMED = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s\";]*)");
  private static final Pattern UTF_8 = Pattern.compile("(?i)utf-?8");
  private static final Pattern ABOVE_ASCII =
      Pattern.compile(
          "(?i)(us-?)?ascii|ansi_x3\\.4-19(68|86)|iso[-_]?8859[-_]?[0-9]{1,2}|latin[-_]?[0-9]{1,2}"
              + "|(windows|cp)-?125[0-9]");

  /** The charset of this Content-Type: UTF-8 if it names none. */
  public static BodyCharset of(@Nullable String contentType) {
    var named = NAMED.matcher(Objects.requireNonNullElse(contentType, ""));
    return new BodyCharset(named.find() ? named.group(1) : "utf-8");
  }

  /** The charset of this name: UTF-8 if there is none. */
  static BodyCharset named(Optional<String> name) {
    return new BodyCharset(name.orElse("utf-8"));
  }

  /** Whether it is UTF-8. */
  public boolean isUtf8() {
    return UTF_8.matcher(name).matches();
  }

  /** Whether what is ASCII reads in it as in UTF-8. */
  public boolean hasAscii() {
    return isUtf8() || ABOVE_ASCII.matcher(name).matches();
  }
}
