package org.sallyport.consent;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that a JSON object says, at whatever depth: a single value, or a list of such.
 *
 * @param path the names that lead there, and the places in lists, counted from 0
 */
record Member(List<String> path, JsonValue value) {
  Member {
    path = List.copyOf(path);
  }

  /** All that an object says, in its order. */
  static List<Member> of(JsonObject object) {
    return inside(new Member(List.of(), object)).toList();
  }

  /** The path with dots, as sentences write it. */
  String name() {
    return String.join(".", path);
  }

  /** Whether it is what has this name, or a part of it. */
  boolean isWithin(String name) {
    return (name() + ".").startsWith(name + ".");
  }

  private static Stream<Member> inside(Member member) {
    if (member.value instanceof JsonObject object && !object.isEmpty()) {
      return object.entrySet().stream().flatMap(m -> inside(member.next(m.getKey(), m.getValue())));
    }
    if (member.value instanceof JsonArray array && array.stream().anyMatch(Member::hasParts)) {
      return IntStream.range(0, array.size())
          .boxed()
          .flatMap(i -> inside(member.next(i.toString(), array.get(i))));
    }
    return Stream.of(member);
  }

  private static boolean hasParts(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private Member next(String name, JsonValue inner) {
    return new Member(Stream.concat(path.stream(), Stream.of(name)).toList(), inner);
  }
}
