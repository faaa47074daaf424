package org.sallyport.platform.persistence.mapping;

import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sallyport.platform.persistence.connection.OpenDatabase;

/** All entities and converters of the product, found among its compiled classes. */
public final class EntityClasses {
  private EntityClasses() {}

  public static List<Class<?>> all() {
    try (var files = Files.walk(classes())) {
      return files
          .map(f -> classes().relativize(f).toString())
          .filter(f -> f.endsWith(".class") && !f.contains("package-info"))
          .<Class<?>>map(EntityClasses::load)
          .filter(c -> isMapped(c) || isConverterOfAFeature(c))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMapped(Class<?> type) {
    return type.isAnnotationPresent(Entity.class)
        || type.isAnnotationPresent(MappedSuperclass.class);
  }

  private static boolean isConverterOfAFeature(Class<?> type) {
    return type.isAnnotationPresent(Converter.class) && !Converters.classes().contains(type);
  }

  private static Class<?> load(String file) {
    var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, EntityClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path classes() {
    try {
      return Path.of(
          OpenDatabase.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
