package org.sallyport.consent;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that a JSON object says, at whatever depth: a single value, or a list of such.
 *
 * @param path the names that lead there, and the places in lists, counted from 0
 */
record DetailsMember(List<Step> path, JsonValue value) {
  /**
   * A step of the path: a name, which may be any text, or a place in a list.
   *
   * @param place the place, counted from 0; none for a name
   */
  record Step(String name, OptionalInt place) {
    static Step to(String name) {
      return new Step(name, OptionalInt.empty());
    }

    static Step to(int place) {
      return new Step(Integer.toString(place), OptionalInt.of(place));
    }
  }

  DetailsMember {
    path = List.copyOf(path);
  }

  /** All that an object says, in its order. */
  static List<DetailsMember> of(JsonObject object) {
    return inside(new DetailsMember(List.of(), object)).toList();
  }

  /** The path with dots, as sentences write it. */
  String name() {
    return path.stream().map(Step::name).collect(joining("."));
  }

  /** Whether it is what has this name, or a part of it. */
  boolean isWithin(String name) {
    return (name() + ".").startsWith(name + ".");
  }

  private static Stream<DetailsMember> inside(DetailsMember member) {
    if (member.value instanceof JsonObject object && !object.isEmpty()) {
      return object.entrySet().stream()
          .flatMap(m -> inside(member.next(Step.to(m.getKey()), m.getValue())));
    }
    if (member.value instanceof JsonArray array
        && array.stream().anyMatch(DetailsMember::hasParts)) {
      return IntStream.range(0, array.size())
          .boxed()
          .flatMap(i -> inside(member.next(Step.to(i), array.get(i))));
    }
    return Stream.of(member);
  }

  private static boolean hasParts(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private DetailsMember next(Step step, JsonValue inner) {
    return new DetailsMember(Stream.concat(path.stream(), Stream.of(step)).toList(), inner);
  }
}
