package org.sallyport.platform.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** An event as text: {@code event=signed_in result=ok subject=… client=…}. */
final class AuditLine {
  private static final int LONGEST = 1_000;

  private AuditLine() {}

  /** The line of an event that came from this address; one line whatever the values. */
  static String of(AuditEvent event, Optional<String> address) {
    var line = new StringJoiner(" ");
    line.add("event=" + snake(event.getClass().getSimpleName()));
    line.add(event instanceof AuditEvent.Deed ? "result=ok" : "result=refused");
    Arrays.stream(event.getClass().getRecordComponents())
        .forEach(c -> value(c, event).ifPresent(v -> line.add(name(c) + "=" + v)));
    address.ifPresent(a -> line.add("address=" + quoted(a)));
    return line.toString();
  }

  private static String name(RecordComponent component) {
    return component.getType() == CaseNumber.class ? "case" : snake(component.getName());
  }

  private static Optional<String> value(RecordComponent component, AuditEvent event) {
    try {
      var value = component.getAccessor().invoke(event);
      return value instanceof Optional<?> optional
          ? optional.map(v -> quoted(v.toString()))
          : Optional.of(quoted(String.valueOf(value)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an audit event cannot be read", e);
    }
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  // CWE-117: nothing in a value ends the line or looks like the next name=value.
  private static String quoted(String value) {
    var text = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    if (text.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != '=' && c != '\\')) {
      return text.isEmpty() ? "\"\"" : text;
    }
    return '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c < 0x20 || c > 0x7e) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
