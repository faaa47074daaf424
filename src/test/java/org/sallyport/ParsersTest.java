package org.sallyport;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that reads a text does more work than the text is long for: every static method and every
 * constructor of the product that takes texts, and is not private, is found and given the longest
 * ones, of every shape; so is every regular expression.
 */
class ParsersTest {
  private static final int MOST_MILLIS = 1_500;
  private static final List<String> LONG = Pumped.texts(65_536);
  private static final List<String> LESS_LONG = Pumped.texts(20_000);

  // Read from files that the operator writes, at the start.
  private static final Pattern OF_THE_OPERATOR =
      Pattern.compile(
          "org[.]sallyport[.]platform[.](config[.](?!AddressRange).*|persistence[.].*"
              + "|crypto[.]MasterKey.*)");

  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?:(?:Pattern (\\w+) =\\s*+)?Pattern[.](compile)"
              + "|[.](matches|replaceAll|replaceFirst|split))\\(\\s*+"
              + ("(" + TEXT + "(?:\\s*+[+]\\s*+" + TEXT + ")*+)"));

  private static final List<Class<?>> PRODUCT =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.sallyport").stream()
              .filter(c -> !OF_THE_OPERATOR.matcher(c.getName()).matches())
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  @ParameterizedTest
  @MethodSource("readers")
  @Security(29)
  void no_reader_of_texts_does_more_than_its_text_is_long_for(Executable reader) {
    LONG.forEach(
        text ->
            Effort.within(
                MOST_MILLIS, name(reader) + " of " + start(text), () -> call(reader, text)));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  @Security(29)
  void no_regular_expression_goes_back_or_deep(Expression expression) {
    LESS_LONG.forEach(
        text ->
            Effort.within(
                MOST_MILLIS,
                expression.pattern() + " on " + start(text),
                () -> expression.read(text)));
  }

  @Test
  void readers_and_expressions_are_found() {
    assertThat(readers().map(ParsersTest::name))
        .contains("Languages.spoken", "Username.of", "Scopes.parse", "ClientCertificates.decoded");
    assertThat(expressions().map(e -> e.pattern().pattern()))
        .contains("/[a-z0-9-]+[.](css|js|svg)", "\\p{Cf}", "[^@\\s]+@[^@\\s]+");
  }

  static Stream<Executable> readers() {
    return PRODUCT.stream()
        .filter(c -> !c.isEnum() && !Throwable.class.isAssignableFrom(c))
        .filter(c -> !Modifier.isAbstract(c.getModifiers()) || c.isInterface())
        .flatMap(
            c ->
                Stream.concat(
                    Arrays.stream(c.getDeclaredMethods())
                        .filter(m -> Modifier.isStatic(m.getModifiers())),
                    Arrays.stream(c.getDeclaredConstructors())))
        .filter(e -> !Modifier.isPrivate(e.getModifiers()) && !e.isSynthetic())
        .filter(ParsersTest::takesTexts);
  }

  static Stream<Expression> expressions() {
    var written =
        Source.product().stream()
            .filter(s -> !OF_THE_OPERATOR.matcher(named(s)).matches())
            .flatMap(s -> expressions(s.text()));
    return Stream.concat(written, made());
  }

  // Those that are put together of constants, as well.
  private static Stream<Expression> made() {
    return PRODUCT.stream()
        .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
        .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == Pattern.class)
        .map(f -> new Expression(value(f), false));
  }

  private static Pattern value(Field field) {
    field.setAccessible(true);
    try {
      return (Pattern) field.get(null);
    } catch (IllegalAccessException e) {
      throw new LinkageError(field.toString(), e);
    }
  }

  private static String named(Source source) {
    var path = source.path().toString();
    return path.substring(path.indexOf("org/"), path.indexOf(".java")).replace('/', '.');
  }

  private static Stream<Expression> expressions(String file) {
    return EXPRESSION
        .matcher(file)
        .results()
        .map(r -> new Expression(Pattern.compile(written(r.group(4))), searches(r, file)));
  }

  private static boolean searches(MatchResult expression, String file) {
    if (expression.group(3) != null) {
      return !expression.group(3).equals("matches");
    }
    var name = String.valueOf(expression.group(1));
    var searched =
        name + "\\s*+[.]matcher\\([^;]*[.](find|results|replace\\w+)\\(|\\b(\\w+) = " + name;
    return Pattern.compile(searched)
        .matcher(file)
        .results()
        .anyMatch(r -> r.group(2) == null || file.contains(r.group(2) + ".find("));
  }

  // Adjoining literals are one.
  private static String written(String literals) {
    return Pattern.compile(TEXT)
        .matcher(literals)
        .results()
        .map(r -> r.group().substring(1, r.group().length() - 1).translateEscapes())
        .collect(joining());
  }

  /** A regular expression, and whether it is searched for too. */
  record Expression(Pattern pattern, boolean searches) {
    void read(String text) {
      var matcher = pattern.matcher(text);
      if (!matcher.matches() && searches) {
        matcher.reset();
        while (matcher.find()) {
          assertThat(matcher.end()).isNotNegative();
        }
      }
    }
  }

  private static boolean takesTexts(Executable e) {
    var types = List.of(e.getParameterTypes());
    return types.contains(String.class)
        && types.stream().allMatch(t -> t == String.class || t == int.class || t.isEnum());
  }

  private static void call(Executable reader, String text) {
    reader.setAccessible(true);
    var arguments =
        Arrays.stream(reader.getParameterTypes()).map(type -> argument(type, text)).toArray();
    try {
      if (reader instanceof Method method) {
        method.invoke(null, arguments);
      } else if (reader instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      }
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(reader.toString(), e);
    }
  }

  private static @Nullable Object argument(Class<?> type, String text) {
    if (type == int.class) {
      return 10;
    }
    return type.isEnum() ? type.getEnumConstants()[0] : text;
  }

  private static String name(Executable e) {
    var owner = e.getDeclaringClass().getSimpleName();
    return e instanceof Method ? owner + "." + e.getName() : "new " + owner;
  }

  private static String start(String text) {
    return text.substring(0, Math.min(40, text.length())) + "… (" + text.length() + ")";
  }
}
