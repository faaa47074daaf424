package org.sallyport.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The main class of the WAR: runs its commands with the classes and libraries inside of it. */
public final class Launcher {
  private static final String COMMANDS = "org.sallyport.command.Main";

  private Launcher() {}

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    var source = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
    System.exit(run(Path.of(source.toURI()), List.of(arguments)));
  }

  private static int run(Path war, List<String> arguments)
      throws IOException, ReflectiveOperationException {
    try (var files = FileSystems.newFileSystem(war)) {
      var loader = new WarLoader(files.getPath("/"));
      Thread.currentThread().setContextClassLoader(loader);
      var main = loader.loadClass(COMMANDS);
      var run = main.getMethod("run", Path.class, List.class, Attributes.class);
      return (int) run.invoke(null, files.getPath("/WEB-INF/classes"), arguments, build(war));
    }
  }

  private static Attributes build(Path war) throws IOException {
    try (var file = new JarFile(war.toFile())) {
      return file.getManifest().getMainAttributes();
    }
  }
}
