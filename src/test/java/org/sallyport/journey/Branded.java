package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sallyport.platform.image.TestPictures;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.outgoing.Elsewhere;

/** The journeys' server with a look of its own, and clients that have logos, of which one harms. */
public final class Branded {
  /** What people know it by. */
  public static final String NAME = "Harbour & Søns";

  /** What its operators want people to know. */
  public static final String NOTICE = "On Sunday nobody can sign in.";

  /** The accent on light pages, as browsers tell it. */
  public static final String ACCENT = "rgb(165, 29, 45)";

  private static final String DARK_LOGO = "logo-dark.png";
  private static final Path JOURNEYS =
      Path.of("src/test/resources/org/sallyport/journey/journey.json");
  private static final Elsewhere GOOD = Elsewhere.serving(text(TestPictures.of("jpeg", 300, 300)));
  private static final Elsewhere BAD = Elsewhere.serving(text(TestPictures.bomb(60_000, 60_000)));

  private Branded() {}

  private static final class Holder {
    static final Server SHARED = start();
  }

  /** It, started once in a test run. */
  public static Server server() {
    return Holder.SHARED;
  }

  /** How often the host of the good logo was asked. */
  public static int asked() {
    return GOOD.connections();
  }

  private static Server start() {
    try {
      var folder = Program.emptyDirectory("branding").toPath();
      var file = Files.writeString(folder.resolve("branded.json"), configuration());
      var texts = Files.createDirectory(folder.resolve("texts"));
      Files.writeString(texts.resolve("texts_en.properties"), "login.title=Come aboard of {0}\n");
      var logo = Files.write(folder.resolve("logo.png"), TestPictures.of("png", 600, 120));
      Files.write(folder.resolve(DARK_LOGO), TestPictures.of("png", 700, 140));
      var arguments = List.of("--no-demo", "--config", file.toString());
      return Server.loopback(
          "branded", arguments, Mailbox.settings("branded@id.test", settings(logo, texts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(Path logo, Path texts) {
    var all = new HashMap<String, String>();
    // The clients of these journeys have certificates.
    all.put("SALLYPORT_MTLS_CERTIFICATE_FROM", TestCertificates.HEADER);
    var authorities = TestCertificates.file("authority").toAbsolutePath();
    all.put("SALLYPORT_MTLS_AUTHORITIES", authorities.toString());
    all.put("SALLYPORT_MTLS_ISSUER", "https://mtls.login.test");
    all.put("SALLYPORT_BRANDING_NAME", NAME);
    all.put("SALLYPORT_BRANDING_LOGO_FILE", logo.toAbsolutePath().toString());
    var dark = logo.resolveSibling(DARK_LOGO).toAbsolutePath();
    all.put("SALLYPORT_BRANDING_LOGO_FILE_DARK", dark.toString());
    all.put("SALLYPORT_BRANDING_ACCENT", "#a51d2d");
    all.put("SALLYPORT_BRANDING_IMPRINT", "https://harbour.test/imprint");
    all.put("SALLYPORT_BRANDING_PRIVACY", "/privacy");
    all.put("SALLYPORT_BRANDING_HELP", "mailto:help@harbour.test");
    all.put("SALLYPORT_BRANDING_NOTICE", NOTICE);
    all.put("SALLYPORT_BRANDING_TEXTS", texts.toAbsolutePath().toString());
    all.put(
        "SALLYPORT_OUTGOING_ALLOWED_HOSTS",
        "127.0.0.1:" + GOOD.port() + " 127.0.0.1:" + BAD.port());
    return all;
  }

  private static String configuration() throws IOException {
    var file = Files.readString(JOURNEYS);
    return with(with(file, "web", GOOD), "evil", BAD);
  }

  private static String with(String file, String client, Elsewhere there) {
    var entry = "\"client_id\": \"%s\",".formatted(client);
    var logo = " \"logo_uri\": \"http://127.0.0.1:%d/logo\",".formatted(there.port());
    return file.replace(entry, entry + logo);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
