package org.sallyport.platform.http.body;

import java.util.regex.Pattern;

/** Tells whether a header that names a media type is well-formed (RFC 9110 §8.3.1). */
public final class MediaTypes {
  private static final int LONGEST = 1_000;
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
  private static final String QUOTED = "\"[^\"\\\\\\x00-\\x1F\\x7F-\\uFFFF]*+\"";
  // An empty parameter is allowed (§5.6.6).
  private static final String PARAMETER =
      "[ \\t]*+;[ \\t]*+(?:%s(?:=(?:%s|%s)?+)?+)?+".formatted(TOKEN, TOKEN, QUOTED);
  private static final Pattern ONE =
      Pattern.compile("[ \\t]*+%s/%s(?:%s)*+[ \\t]*+".formatted(TOKEN, TOKEN, PARAMETER));

  private MediaTypes() {}

  /** Whether it is one media type. */
  public static boolean isOne(String value) {
    return value.length() <= LONGEST && ONE.matcher(value).matches();
  }
}
