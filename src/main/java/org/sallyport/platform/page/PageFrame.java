package org.sallyport.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What stands around the pages that are made without Faces: the same head, mark and style. */
public final class PageFrame {
  private static final String FRAME = load();

  private PageFrame() {}

  /**
   * The whole page.
   *
   * @param texts the language
   * @param contextPath where the application is deployed, for the style sheet
   * @param body what stands in it
   */
  public static String around(Texts texts, String contextPath, Body body) {
    return FRAME
        .replace("{lang}", texts.locale().toLanguageTag())
        .replace("{dir}", texts.dir())
        .replace("{context}", Html.escape(contextPath))
        .replace("{title}", Html.escape(body.title()).replace("{", "&#123;"))
        .replace("{head}", body.head())
        .replace("{footer}", body.footer())
        .replace("{main}", body.main());
  }

  /**
   * What stands in the frame.
   *
   * @param title plain text
   * @param head HTML, such as a script of our own; mostly empty
   * @param main HTML, its values escaped
   * @param footer HTML, its values escaped
   */
  public record Body(String title, String head, String main, String footer) {

    /** The same with nothing in the footer. */
    public Body(String title, String head, String main) {
      this(title, head, main, "");
    }
  }

  private static String load() {
    try (var in = PageFrame.class.getResourceAsStream("frame.html")) {
      if (in == null) {
        throw new IllegalStateException("frame.html is not in the archive");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
