package org.sallyport.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;

/** Who computes signatures: a native library where one loads, which is faster, else the JDK. */
@ApplicationScoped
public class SignatureProvider {
  private static final Logger LOG = Logger.getLogger(SignatureProvider.class.getName());

  private Optional<Provider> chosen = Optional.empty();

  /** The provider to ask for signatures and keys; none if the JDK's own are to be used. */
  public Optional<Provider> chosen() {
    return chosen;
  }

  /** Chooses, once for this deployment, and says so. */
  @PostConstruct
  void choose() {
    try (var library = SignatureProvider.class.getResourceAsStream("/native/" + library())) {
      if (library == null) {
        LOG.info("Signatures by the JDK: there is no native library for this platform");
        return;
      }
      chosen = Optional.of(load(library));
      LOG.info(() -> "Signatures by " + chosen.map(Provider::getInfo).orElseThrow());
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      LOG.info(() -> "Signatures by the JDK: the native library does not load (" + e + ")");
    }
  }

  // The open jar works without its name; nothing is left behind, however we end.
  private static Provider load(InputStream library)
      throws IOException, ReflectiveOperationException {
    var jar = Files.createTempFile("sallyport", ".jar");
    try {
      Files.copy(library, jar, StandardCopyOption.REPLACE_EXISTING);
      return NativeCrypto.load(jar);
    } finally {
      Files.delete(jar);
    }
  }

  /** The file of the library for this platform. */
  static String library() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    var name = system.getName().toLowerCase(Locale.ROOT);
    var arch = system.getArch().equals("amd64") ? "x86_64" : system.getArch();
    return name + "-" + arch.replace("aarch64", "aarch_64") + ".jar";
  }
}
