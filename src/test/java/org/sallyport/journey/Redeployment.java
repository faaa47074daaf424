package org.sallyport.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sallyport.Poll;
import org.sallyport.platform.persistence.Database;

/** An application deployed once more, as an operator does it on the server that tests run on. */
final class Redeployment {
  private static final String SERVER = System.getProperty("server", "payara-micro");
  private static final String STARTED = "Signatures by ";
  private static final Map<String, String> FOLDERS =
      Map.of("wildfly", "deployments", "liberty", "servers/sallyport/apps");

  private Redeployment() {}

  /** Whether this server can deploy again what it runs. */
  static boolean known() {
    return !SERVER.equals("payara-micro");
  }

  /** Deploys the copy of this name again, and waits until it is ready. */
  static void of(Server copy, String name) throws IOException {
    var before = starts(copy);
    var instance = Path.of("target", "instances", "" + copy.port());
    var folder = FOLDERS.get(SERVER);
    if (folder != null) {
      var war = instance.resolve(folder).resolve(name + ".war");
      Files.setLastModifiedTime(war, FileTime.from(Instant.now()));
    } else {
      redeploy(instance, name);
    }
    Poll.until(Duration.ofMinutes(3), () -> starts(copy) > before && ready(copy));
  }

  private static void redeploy(Path instance, String name) throws IOException {
    var domain = Files.readString(instance.resolve("domain1/config/domain.xml"));
    var admin = Pattern.compile("<network-listener[^>]*admin-listener[^>]*>").matcher(domain);
    var port =
        Pattern.compile(" port=\"(\\d+)\"")
            .matcher(admin.results().findFirst().orElseThrow().group());
    var home = Path.of(System.getProperty("container.home"), "bin", "asadmin");
    var command =
        List.of(
            home.toString(),
            "--port",
            port.results().findFirst().orElseThrow().group(1),
            "redeploy",
            "--name",
            name,
            "--contextroot",
            "/" + name,
            instance.resolve(name + ".war").toAbsolutePath().toString());
    output(command);
  }

  private static long starts(Server copy) {
    return copy.log().lines().filter(line -> line.contains(STARTED)).count();
  }

  private static boolean ready(Server copy) {
    return new Browser(copy).get(copy.url("/health/ready")).status() == 200;
  }

  /** How many applications of ours have objects in the memory of the server. */
  static long alive(Server copy) {
    return jcmd(copy, "GC.class_histogram")
        .lines()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(columns -> columns.length > 3 && columns[3].equals(Database.class.getName()))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }

  /** How many have classes there, those that have ended and are not yet forgotten included. */
  static long remembered(Server copy) {
    jcmd(copy, "GC.run");
    return jcmd(copy, "VM.class_hierarchy", Database.class.getName())
        .lines()
        .filter(line -> line.contains(Database.class.getName() + "/"))
        .count();
  }

  /** Whether the server itself holds on to what it once deployed: GlassFish to its commands. */
  static boolean isRememberedByTheServer() {
    return SERVER.equals("glassfish");
  }

  private static String jcmd(Server copy, String... command) {
    var tool = System.getProperty("java.home") + "/bin/jcmd";
    var all = new ArrayList<>(List.of(tool, "" + copy.process().pid()));
    all.addAll(List.of(command));
    return output(all);
  }

  private static String output(List<String> command) {
    var program = Program.of("redeployment", command, Map.of());
    if (program.exitCode(Duration.ofMinutes(3)) != 0) {
      throw new AssertionError(command + ":\n" + program.output());
    }
    return program.output();
  }
}
