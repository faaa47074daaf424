package org.sallyport.platform.persistence.mapping;

import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.Metamodel;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.boot.model.internal.BinderHelper;
import org.hibernate.engine.internal.ManagedTypeHelper;

/**
 * Classes that outlive the application, such as the server's {@code jakarta.persistence.Entity} or
 * {@code String}. Hibernate keeps what it knows of a class at that class itself, in a {@link
 * ClassValue}; so each of these would keep all of the application in memory, in a place that not
 * even a heap dump shows.
 */
public record ForeignClasses(Set<Class<?>> classes) {
  private static final Logger LOG = Logger.getLogger(ForeignClasses.class.getName());

  /** Those that these entities are made of, and that rows are made of. */
  public static ForeignClasses of(Metamodel entities) {
    var classes = new LinkedHashSet<Class<?>>(Set.of(Object.class, Object[].class));
    entities.getManagedTypes().stream()
        .map(ManagedType::getJavaType)
        .flatMap(ForeignClasses::withParents)
        .forEach(entity -> add(classes, entity));
    classes.removeIf(c -> c.getClassLoader() == ForeignClasses.class.getClassLoader());
    return new ForeignClasses(classes);
  }

  /** Has Hibernate forget them; it must not be used any more. */
  public void forget() {
    forget(BinderHelper.class);
    forget(ManagedTypeHelper.class);
  }

  private void forget(Class<?> keeper) {
    for (var field : keeper.getDeclaredFields()) {
      if (field.getType() == ClassValue.class) {
        try {
          field.setAccessible(true);
          var values = (ClassValue<?>) field.get(null);
          classes.forEach(values::remove);
        } catch (ReflectiveOperationException | RuntimeException e) {
          LOG.log(Level.WARNING, "The server may keep the classes of this application", e);
        }
      }
    }
  }

  private static Stream<Class<?>> withParents(Class<?> entity) {
    return Stream.<Class<?>>iterate(entity, c -> c != null, Class::getSuperclass);
  }

  private static void add(Collection<Class<?>> classes, Class<?> entity) {
    classes.add(entity);
    annotations(entity).forEach(classes::add);
    for (var field : entity.getDeclaredFields()) {
      classes.add(field.getType());
      annotations(field).forEach(classes::add);
    }
    Arrays.stream(entity.getDeclaredMethods())
        .flatMap(ForeignClasses::annotations)
        .forEach(classes::add);
  }

  private static Stream<Class<? extends Annotation>> annotations(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations()).map(Annotation::annotationType);
  }
}
