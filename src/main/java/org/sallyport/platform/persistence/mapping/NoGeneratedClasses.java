package org.sallyport.platform.persistence.mapping;

import java.util.Collection;
import java.util.List;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;

/**
 * The application's classes as they were compiled: Hibernate makes none of its own at run time. No
 * entity has a part that is fetched later, so no proxy is missed; the start is shorter, and Byte
 * Buddy is not needed.
 */
final class NoGeneratedClasses extends ClassLoaderServiceImpl {
  private static final long serialVersionUID = 1;

  NoGeneratedClasses() {
    super(NoGeneratedClasses.class.getClassLoader());
  }

  /** What the class path offers for the service, but nothing that makes classes. */
  @Override
  public <S> Collection<S> loadJavaServices(Class<S> service) {
    return service == BytecodeProvider.class ? List.of() : super.loadJavaServices(service);
  }
}
