package org.sallyport.platform.mail;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a server has no mail library, a class that names it cannot be loaded. */
class MailLibraryTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final String TRANSPORT = "org.sallyport.platform.mail.transport";

  @Test
  void only_one_package_names_the_mail_library_and_no_other_names_that_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TRANSPORT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.mail..", "jakarta.activation..", TRANSPORT)
        .check(
            new ClassFileImporter()
                .withImportOption(DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sallyport"));
  }

  // As CDI does, which looks at all members of each class.
  @Test
  void all_other_classes_can_be_looked_at_where_there_is_none() throws Exception {
    try (var loader = new WithoutMail()) {
      for (var name : names()) {
        var type = Class.forName(name, false, loader);
        assertThat(type.getDeclaredMethods().length + type.getDeclaredFields().length)
            .as(name)
            .isNotNegative();
      }
    }
  }

  @Test
  void mail_is_off_there_and_says_why() throws Exception {
    try (var loader = new WithoutMail()) {
      var server = made(loader, "MailServer");
      var settings = made(loader, "MailSettings");
      set(settings, "route", java.util.Optional.of(smtp(loader)));
      set(server, "settings", settings);
      var transport = server.getClass().getDeclaredMethod("transport");
      transport.setAccessible(true);
      assertThat(transport.invoke(server)).isEqualTo(java.util.Optional.empty());
      var missing = server.getClass().getDeclaredMethod("missing");
      missing.setAccessible(true);
      assertThat(String.valueOf(missing.invoke(server))).contains("has no mail library");
    }
  }

  private static Object smtp(ClassLoader loader) throws ReflectiveOperationException {
    var type = loader.loadClass("org.sallyport.platform.mail.MailRoute$ServerSession");
    return type.getConstructor(String.class).newInstance("java:x");
  }

  private static Object made(ClassLoader loader, String name) throws ReflectiveOperationException {
    return loader.loadClass("org.sallyport.platform.mail." + name).getConstructor().newInstance();
  }

  private static void set(Object bean, String field, Object value)
      throws ReflectiveOperationException {
    var declared = bean.getClass().getDeclaredField(field);
    declared.setAccessible(true);
    declared.set(bean, value);
  }

  private static List<String> names() throws IOException {
    try (var files = Files.walk(CLASSES.resolve("org/sallyport"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("info.class"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .filter(name -> !name.startsWith(TRANSPORT) && !name.contains(".launcher."))
          .toList();
    }
  }

  /** Our own classes, and those of all libraries but the one for mail. */
  private static final class WithoutMail extends URLClassLoader {
    WithoutMail() throws IOException {
      super(new URL[] {CLASSES.toUri().toURL()}, MailLibraryTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.mail.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.sallyport.")) {
        return super.loadClass(name, resolve);
      }
      var known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }
  }
}
