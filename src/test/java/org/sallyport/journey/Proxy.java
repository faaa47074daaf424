package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sallyport.Poll;
import org.sallyport.Tool;
import org.sallyport.platform.mtls.TestCertificates;

/** The real proxies, with the files of {@code server-config/proxy} but for names and addresses. */
enum Proxy {
  HAPROXY("haproxy.cfg") {
    @Override
    List<String> command(Path config) {
      return List.of("haproxy", "-db", "-f", config.toString());
    }
  },
  NGINX("nginx.conf") {
    @Override
    String around(String text, Path folder) {
      return """
          daemon off;
          error_log stderr notice;
          pid %1$s/nginx.pid;
          events {}
          http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          %2$s
          }
          """
          .formatted(folder, text);
    }

    @Override
    List<String> command(Path config) {
      return List.of("nginx", "-p", config.resolveSibling("").toString(), "-c", config.toString());
    }
  },
  APACHE("apache.conf") {
    private static final List<String> MODULES =
        List.of(
            "mpm_event",
            "authz_core",
            "ssl",
            "socache_shmcb",
            "headers",
            "proxy",
            "proxy_http",
            "slotmem_shm",
            "proxy_balancer",
            "lbmethod_byrequests");

    @Override
    String around(String text, Path folder) {
      var config = new StringBuilder("ServerRoot " + folder + "\nPidFile apache.pid\n");
      config.append("DefaultRuntimeDir " + folder + "\nErrorLog /dev/stderr\nServerName id.test\n");
      for (var module : MODULES) {
        config
            .append("LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module)
            .append(".so\n");
      }
      return config + text.replaceFirst("<VirtualHost \\*:([0-9]+)>", "Listen 127.0.0.1:$1\n$0");
    }

    @Override
    List<String> command(Path config) {
      return List.of("apache2", "-DFOREGROUND", "-f", config.toString());
    }
  };

  private final String file;

  Proxy(String file) {
    this.file = file;
  }

  /** Starts it before these two nodes. */
  Server before(Server one, Server two) {
    var port = FreePort.next();
    return before(one, two, port, this == HAPROXY ? FreePort.next() : port);
  }

  /** Starts it at these ports, the second one for clients with certificates. */
  Server before(Server one, Server two, int port, int certificates) {
    var nodes = List.of(one.port(), two.port());
    return before(one.issuer(), nodes, port, certificates);
  }

  /** Starts it at these ports before two nodes at those, whatever they are. */
  Server before(String issuer, List<Integer> nodes, int port, int certificates) {
    mustBeThere();
    var folder = Program.emptyDirectory(file).toPath().toAbsolutePath();
    var config = written(folder, List.of(port, certificates), nodes);
    return Server.behind(
        issuer,
        port,
        () -> {
          var started = Program.of(file, command(config), Map.of());
          Poll.until(Duration.ofSeconds(30), () -> listens(started, port));
          return started;
        });
  }

  /** Skips the test where this proxy is not installed, or fails it with CI. */
  void mustBeThere() {
    var program = command(Path.of(file)).get(0);
    Tool.need(program, "/usr/sbin/" + program);
  }

  abstract List<String> command(Path config);

  String around(String text, Path folder) {
    return text;
  }

  private Path written(Path folder, List<Integer> ports, List<Integer> nodes) {
    var port = ports.get(0);
    try {
      var text = Files.readString(Path.of("server-config", "proxy", file));
      text =
          text.replace("10.0.0.11:8080", "127.0.0.1:" + nodes.get(0))
              .replace("10.0.0.12:8080", "127.0.0.1:" + nodes.get(1))
              .replaceAll("(bind |listen )(?:\\*)?:?443", "$1127.0.0.1:" + port)
              .replace("*:443", "*:" + port)
              .replace("bind :8443", "bind 127.0.0.1:" + ports.get(1))
              .replace("id.example;", "login.test;")
              .replace("ServerName mtls.id.example", "ServerName mtls.login.test")
              .replaceAll(
                  "\\S+/client-authorities.pem",
                  TestCertificates.file("authority").toAbsolutePath().toString())
              .replace("ServerName id.example", "ServerName login.test")
              .replaceAll(
                  "\\S+/private/id.example.pem",
                  Identity.shared().both().toAbsolutePath().toString())
              .replaceAll(
                  "\\S+/id.example.pem",
                  Identity.shared().certificate().toAbsolutePath().toString())
              .replaceAll(
                  "\\S+/id.example.key", Identity.shared().key().toAbsolutePath().toString());
      return Files.writeString(folder.resolve(file), around(text, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(Program program, int port) {
    if (!program.running()) {
      throw new IllegalStateException("the proxy ended:\n" + program.output());
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
