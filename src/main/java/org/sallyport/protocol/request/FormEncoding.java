package org.sallyport.protocol.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sallyport.protocol.Ascii;

/**
 * {@code application/x-www-form-urlencoded} in UTF-8 (RFC 6749 Appendix B), read strictly: what two
 * readers could read differently is refused.
 */
public final class FormEncoding {
  private static final int MOST_PARAMETERS = 200;
  private static final int LONGEST_NAME = 200;

  private FormEncoding() {}

  /**
   * The parameters of an encoded query or body, whose length the caller has limited.
   *
   * @param encoded as received, one character for each byte; empty if there was none
   */
  public static Parameters decode(String encoded) {
    var values = new LinkedHashMap<String, List<String>>();
    var pairs = encoded.split("&", MOST_PARAMETERS + 2);
    if (pairs.length > MOST_PARAMETERS) {
      throw INVALID_REQUEST.because("more than " + MOST_PARAMETERS + " parameters");
    }
    for (var pair : pairs) {
      var cut = pair.indexOf('=');
      var name = name(cut < 0 ? pair : pair.substring(0, cut));
      var value = cut < 0 ? "" : text(pair.substring(cut + 1), isJson(name));
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return Parameters.of(values);
  }

  /** These parameters, encoded in their order. */
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> escape(p.getKey()) + "=" + escape(p.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** These parameters, encoded in their order, repeated ones too. */
  public static String encode(Parameters parameters) {
    return parameters.asMap().entrySet().stream()
        .flatMap(p -> p.getValue().stream().map(value -> Map.of(p.getKey(), value)))
        .map(FormEncoding::encode)
        .collect(Collectors.joining("&"));
  }

  // %20 rather than +, which some clients leave as it is in a query.
  private static String escape(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  // A name may be quoted in a refusal, which may have to travel in an address.
  private static String name(String encoded) {
    if (encoded.length() > LONGEST_NAME) {
      throw INVALID_REQUEST.because("the name of a parameter is longer than " + LONGEST_NAME);
    }
    return text(encoded, false);
  }

  private static boolean isJson(String name) {
    return RequestParameter.named(name).filter(RequestParameter::isJson).isPresent();
  }

  private static String text(String encoded, boolean json) {
    // Most are what they look like.
    if (Ascii.all(encoded, c -> c > 0x20 && c < 0x7f && c != '%' && c != '+')) {
      return encoded;
    }
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      var c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(hex(encoded, i + 1) * 16 + hex(encoded, i + 2));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : plain(c));
      }
    }
    return checked(bytes.toByteArray(), json);
  }

  private static int plain(char c) {
    if (c > 0xff) {
      throw INVALID_REQUEST.because("a parameter has a character outside of its encoding");
    }
    return c;
  }

  private static int hex(String encoded, int at) {
    var c = at < encoded.length() ? encoded.charAt(at) : '?';
    var digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw INVALID_REQUEST.because("a parameter has a % without two hexadecimal digits behind it");
    }
    return digit;
  }

  private static String checked(byte[] bytes, boolean json) {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (!Ascii.all(text, c -> (c >= 0x20 && c != 0x7f) || (json && isWhiteSpace(c)))) {
        throw INVALID_REQUEST.because("a parameter has a control character");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw INVALID_REQUEST.because("a parameter is not UTF-8");
    }
  }

  // RFC 8259 §2.
  private static boolean isWhiteSpace(int c) {
    return c == '\n' || c == '\r' || c == '\t';
  }
}
