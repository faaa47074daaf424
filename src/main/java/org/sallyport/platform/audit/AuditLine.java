package org.sallyport.platform.audit;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.audit.AuditEvent.Deed;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/** An event as one line: {@code event=signed_in result=ok subject=… client=…}, or as JSON. */
final class AuditLine {
  private static final int LONGEST = 1_000;

  // How the lines of a kind of event are made, told once: reflection copies what it finds each
  // time.
  private static final ClassValue<AuditLine> KINDS =
      new ClassValue<>() {
        @Override
        protected AuditLine computeValue(Class<?> kind) {
          return new AuditLine(kind);
        }
      };

  private final String event;
  private final String result;
  private final List<Value> values;

  /** One {@code name=value}. */
  private record Value(String name, Method accessor) {}

  private AuditLine(Class<?> kind) {
    event = snake(kind.getSimpleName());
    result = Deed.class.isAssignableFrom(kind) ? "ok" : "refused";
    values =
        Arrays.stream(kind.getRecordComponents())
            .map(c -> new Value(name(c), c.getAccessor()))
            .toList();
  }

  /** The line of an event that came from this address; one line whatever the values. */
  static String of(AuditEvent event, Optional<String> address) {
    var kind = KINDS.get(event.getClass());
    var line = new StringBuilder("event=" + kind.event + " result=" + kind.result);
    for (var value : kind.values) {
      text(value.accessor(), event).ifPresent(t -> add(line, value.name(), t));
    }
    address.ifPresent(a -> add(line, "address", a));
    return line.toString();
  }

  /** The same as a JSON object. */
  static String json(AuditEvent event, Optional<String> address) {
    var kind = KINDS.get(event.getClass());
    var object = Json.createObjectBuilder().add("event", kind.event).add("result", kind.result);
    for (var value : kind.values) {
      text(value.accessor(), event).ifPresent(t -> object.add(value.name(), shortened(t)));
    }
    address.ifPresent(a -> object.add("address", a));
    return object.build().toString();
  }

  /** The same in parts, for the store. */
  static AuditEntry entry(AuditEvent event, Optional<String> address) {
    var kind = KINDS.get(event.getClass());
    var number = Optional.<CaseNumber>empty();
    var subject = event.person();
    var client = Optional.<ClientId>empty();
    var detail = new LinkedHashMap<String, String>();
    for (var value : kind.values) {
      var content = content(value.accessor(), event);
      if (content.orElse(null) instanceof CaseNumber n) {
        number = Optional.of(n);
      } else if (content.orElse(null) instanceof Subject s) {
        subject = Optional.of(s);
      } else if (content.orElse(null) instanceof ClientId c) {
        client = Optional.of(c);
      } else {
        content.ifPresent(c -> detail.put(value.name(), shortened(c.toString())));
      }
    }
    var parties = new AuditParties(subject, client, event.actor(), address);
    return new AuditEntry(kind.event, event instanceof Deed, number, parties, detail);
  }

  /** What events are counted by: few combinations, whatever was sent. */
  static Map<String, String> labels(AuditEvent event) {
    var kind = KINDS.get(event.getClass());
    return Map.of("event", kind.event, "result", kind.result, "kind", event.kind());
  }

  private static String shortened(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  private static void add(StringBuilder line, String name, String text) {
    line.append(' ').append(name).append('=').append(quoted(text));
  }

  private static String name(RecordComponent component) {
    return component.getType() == CaseNumber.class ? "case" : snake(component.getName());
  }

  private static Optional<String> text(Method accessor, AuditEvent event) {
    return content(accessor, event).map(Object::toString);
  }

  private static Optional<Object> content(Method accessor, AuditEvent event) {
    try {
      var value = accessor.invoke(event);
      return value instanceof Optional<?> optional ? optional.map(o -> o) : Optional.of(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an audit event cannot be read", e);
    }
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  // CWE-117: nothing in a value ends the line or looks like the next name=value.
  private static String quoted(String value) {
    var text = shortened(value);
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
