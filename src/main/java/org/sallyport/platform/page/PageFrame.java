package org.sallyport.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What stands around the pages that are made without Faces: the same head, mark and style. */
public final class PageFrame {
  private static final String FRAME = load();

  private PageFrame() {}

  /**
   * The whole page.
   *
   * @param texts the language, and the look of this installation
   * @param contextPath where the application is deployed, for the style sheet
   * @param body what stands in it
   */
  public static String around(Texts texts, String contextPath, Body body) {
    var context = Html.escape(contextPath);
    var brand = texts.brand();
    return FRAME
        .replace("{lang}", texts.locale().toLanguageTag())
        .replace("{dir}", texts.dir())
        .replace("{theme}", theme(brand))
        .replace("{mark}", mark(brand))
        .replace("{icon}", Html.escape(brand.icon()))
        .replace("{context}", context)
        .replace("{title}", plain(body.title()))
        .replace("{site}", plain(brand.site()))
        .replace("{caption}", plain(brand.caption()))
        .replace("{head}", body.head())
        .replace("{footer}", body.footer() + links(texts))
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

  private static String theme(Brand brand) {
    return brand.styles().isEmpty()
        ? ""
        : "<link rel=\"stylesheet\" href=\"{context}%s\">\n".formatted(Html.escape(brand.styles()));
  }

  private static String mark(Brand brand) {
    return brand.mark().isEmpty()
        ? ""
        : "<picture>%s<img src=\"{context}%s\" alt=\"%s\" width=\"%d\" height=\"%d\"></picture>"
            .formatted(
                dark(brand),
                Html.escape(brand.mark()),
                plain(brand.markText()),
                brand.markWidth(),
                brand.markHeight());
  }

  private static String dark(Brand brand) {
    return brand.darkMark().isEmpty()
        ? ""
        : "<source srcset=\"{context}%s\" media=\"(prefers-color-scheme: dark)\">"
            .formatted(Html.escape(brand.darkMark()));
  }

  private static String links(Texts texts) {
    var links = texts.brand().links();
    return links.isEmpty()
        ? ""
        : "<nav aria-label=\"%s\"><ul class=\"links\">%s</ul></nav>"
            .formatted(
                plain(texts.text("layout.links")),
                links.stream().map(link -> item(texts, link)).collect(joining()));
  }

  private static String item(Texts texts, Brand.Link link) {
    return "<li><a href=\"%s\">%s</a></li>"
        .formatted(plain(link.address()), plain(texts.text(link.key())));
  }

  // What is written by people cannot name another part of the frame.
  private static String plain(String text) {
    return Html.escape(text).replace("{", "&#123;");
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
