package org.sallyport.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads classes as a server does, and what servers bring along from the command's own folder. */
final class WarLoader extends ClassLoader {
  private final List<Path> roots = new ArrayList<>();

  /** Loads from the WAR whose root is here. */
  WarLoader(Path war) throws IOException {
    super("war", getPlatformClassLoader());
    roots.add(war.resolve("WEB-INF/classes"));
    addLibraries(war.resolve("META-INF/command/lib"));
    addLibraries(war.resolve("WEB-INF/lib"));
  }

  private void addLibraries(Path folder) throws IOException {
    try (var libraries = Files.list(folder)) {
      for (var library : libraries.sorted().toList()) {
        roots.add(FileSystems.newFileSystem(library).getPath("/"));
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var file = files(name.replace('.', '/') + ".class").findFirst();
    if (file.isEmpty()) {
      throw new ClassNotFoundException(name);
    }
    try {
      var bytes = bytes(file.get());
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return files(name).findFirst().map(WarLoader::url).orElse(null);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(files(name).map(WarLoader::url).toList());
  }

  private Stream<Path> files(String name) {
    return roots.stream().map(root -> root.resolve(name)).filter(Files::isRegularFile);
  }

  // The addresses of files inside of files inside of the WAR are known to this class alone.
  private static URL url(Path file) {
    try {
      return new URL("war", null, -1, file.toString(), new InWar(file));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Files.copy(file, bytes);
    return bytes.toByteArray();
  }

  /** Opens one file. */
  private static final class InWar extends URLStreamHandler {
    private final Path file;

    InWar(Path file) {
      this.file = file;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // There is nothing to connect to.
        }

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(bytes(file));
        }
      };
    }
  }
}
