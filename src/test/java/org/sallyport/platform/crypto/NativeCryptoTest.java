package org.sallyport.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.Poll;

/** The native library in a server that takes the application in, and lets it go again. */
class NativeCryptoTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @BeforeEach
  void thereIsALibraryForThisPlatform() {
    assumeThat(TestSignatures.provider().chosen()).isPresent();
  }

  @Test
  void an_application_that_used_it_leaves_the_memory_when_it_is_undeployed() throws Exception {
    var application = new WeakReference<>(deployed());
    Poll.until(LONG, () -> isGone(application));
  }

  @Test
  void two_copies_of_the_application_each_have_theirs() {
    assertThat(chosen().getClass()).isNotSameAs(chosen().getClass());
  }

  @Test
  void a_jar_without_the_library_is_refused(@TempDir Path folder) {
    assertThatThrownBy(() -> NativeCrypto.load(folder.resolve("none.jar")))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void nothing_is_installed_in_the_server() {
    var installed = Security.getProviders();
    assertThat(installed).extracting(Provider::getName).doesNotContain(chosen().getName());
  }

  private static Provider chosen() {
    return TestSignatures.provider().chosen().orElseThrow();
  }

  private static boolean isGone(WeakReference<ClassLoader> application) {
    System.gc();
    return application.refersTo(null);
  }

  // What a server does: a class loader for the application, which is the thread's while it starts.
  private static ClassLoader deployed() throws Exception {
    var application = new URLClassLoader(ourClasses(), ClassLoader.getPlatformClassLoader());
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      var type = application.loadClass(NativeCrypto.class.getName());
      var load = type.getDeclaredMethod("load", Path.class);
      load.setAccessible(true);
      assertThat(load.invoke(null, library())).isInstanceOf(Provider.class);
    } finally {
      thread.setContextClassLoader(before);
    }
    return application;
  }

  private static URL[] ourClasses() {
    return new URL[] {NativeCrypto.class.getProtectionDomain().getCodeSource().getLocation()};
  }

  private static Path library() throws IOException {
    try (var libraries = Files.list(Path.of("target/classes/native"))) {
      return libraries
          .filter(l -> l.endsWith(SignatureProvider.library()))
          .findFirst()
          .orElseThrow();
    }
  }
}
