package org.sallyport.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the classes of an interface where there is no container that would: a command then knows
 * the same ones as a start, without a list of them.
 */
public final class Implementations {
  private final Path classes;

  /**
   * Looks among these classes.
   *
   * @param classes the folder with {@code org/sallyport}, such as {@code WEB-INF/classes}
   */
  public Implementations(Path classes) {
    this.classes = classes;
  }

  /**
   * One instance of each class that declares this type among its interfaces, in the order of their
   * names. Each has a constructor without parameters, as beans have.
   */
  public <T> List<T> of(Class<T> type) {
    var ourTypes = classes.resolve("org").resolve("sallyport");
    try (var files = Files.walk(ourTypes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> names(file, type))
          .map(file -> classes.relativize(file).toString())
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .flatMap(name -> loaded(name).stream())
          .filter(found -> isImplementation(found, type))
          .map(found -> type.cast(made(found)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A class file has the names of its interfaces as they are; most classes need not be loaded.
  private static boolean names(Path file, Class<?> type) {
    try {
      var bytes = new ByteArrayOutputStream();
      Files.copy(file, bytes);
      return bytes.toString(StandardCharsets.ISO_8859_1).contains(type.getName().replace('.', '/'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Class<?>> loaded(String name) {
    try {
      return Optional.of(Class.forName(name, false, Implementations.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError needsServer) {
      return Optional.empty();
    }
  }

  private static boolean isImplementation(Class<?> found, Class<?> type) {
    return type.isAssignableFrom(found)
        && !found.isInterface()
        && !Modifier.isAbstract(found.getModifiers());
  }

  private static Object made(Class<?> found) {
    try {
      var constructor = found.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(found + " has no constructor without parameters", e);
    }
  }
}
