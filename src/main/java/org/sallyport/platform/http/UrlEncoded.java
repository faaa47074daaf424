package org.sallyport.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Parameters;

/**
 * The one reader of queries and form bodies: UTF-8 only, nothing malformed, no control characters
 * (RFC 6749 Appendix B).
 */
public final class UrlEncoded {
  private UrlEncoded() {}

  /**
   * The parameters, repeated ones too.
   *
   * @param encoded {@code a=b&c=d}; a character stands for the byte of its number
   */
  public static Parameters parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (var pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
      }
    }
    return Parameters.of(values);
  }

  private static String decode(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (var i = 0; i < encoded.length(); i++) {
      var c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(hex(encoded, i + 1) * 16 + hex(encoded, i + 2));
        i += 2;
      } else if (c <= 0xff) {
        bytes.write(c == '+' ? ' ' : c);
      } else {
        throw malformed();
      }
    }
    return text(bytes.toByteArray());
  }

  private static int hex(String encoded, int index) {
    var digit = index < encoded.length() ? encoded.charAt(index) : 'x';
    if (digit > 0x7f || Character.digit(digit, 16) < 0) {
      throw malformed();
    }
    return Character.digit(digit, 16);
  }

  private static String text(byte[] bytes) {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
        throw INVALID_REQUEST.because("a parameter has a control character");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw INVALID_REQUEST.because("a parameter is not UTF-8");
    }
  }

  private static OAuthException malformed() {
    return INVALID_REQUEST.because("a parameter is not percent-encoded as it must be");
  }
}
