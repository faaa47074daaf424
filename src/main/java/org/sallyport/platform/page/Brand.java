package org.sallyport.platform.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an installation wants its pages to look.
 *
 * @param name what people know it by
 * @param logo its logo; only where there is a name, which says the same to those who do not see it
 * @param theme the path of a style sheet with its colours, below the context path
 * @param links in the footer of every page
 * @param notices a notice on the sign-in page by its language
 * @param texts its own words of pages by their language and key
 */
public record Brand(
    Optional<String> name,
    Optional<Logo> logo,
    Optional<String> theme,
    List<Link> links,
    Map<Locale, String> notices,
    Map<Locale, Map<String, String>> texts) {
  /** Where nothing is configured: our name, our mark, our colours and words. */
  public static final Brand NONE =
      new Brand(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());

  private static final String OURS = "Sallyport";
  private static final String OUR_MARK = "/assets/mark.svg";
  private static final int SMALL = 32;
  private static final int HIGH = 40;

  public Brand {
    links = List.copyOf(links);
    notices = Map.copyOf(notices);
    texts = Map.copyOf(texts);
  }

  /**
   * A logo.
   *
   * @param path below the context path
   * @param width in pixels
   * @param height in pixels
   * @param dark the path of the one for dark pages, which takes the same place
   */
  public record Logo(String path, int width, int height, Optional<String> dark) {

    /** Whether it is so wide that it stands alone: then it has the name in it. */
    public boolean isWide() {
      return width >= 2 * height;
    }

    /** The same with another one on dark pages. */
    public Logo withDark(Logo other) {
      return new Logo(path, width, height, Optional.of(other.path));
    }
  }

  /**
   * A link.
   *
   * @param key what it says: a key of the texts
   * @param address https, mailto, or a path of the same host
   */
  public record Link(String key, String address) {}

  /** The words of the pages in a language, some of them the installation's own. */
  public Texts in(Locale language) {
    return new Texts(language, this);
  }

  /** What people know this server by. */
  public String site() {
    return name.orElse(OURS);
  }

  /** The path of the picture above every page; empty if there is none. */
  public String mark() {
    return logo.map(Logo::path).orElse(name.isPresent() ? "" : OUR_MARK);
  }

  /** The path of the picture that takes its place on dark pages; empty if it stays. */
  public String darkMark() {
    return logo.flatMap(Logo::dark).orElse("");
  }

  /** How wide it is shown, in pixels. */
  public int markWidth() {
    return logo.map(l -> l.isWide() ? HIGH * l.width() / l.height() : SMALL).orElse(SMALL);
  }

  /** How high it is shown, in pixels. */
  public int markHeight() {
    return logo.filter(Logo::isWide).isPresent() ? HIGH : SMALL;
  }

  /** What stands beside that picture; empty if it has the name in it. */
  public String caption() {
    return logo.filter(Logo::isWide).isPresent() ? "" : site();
  }

  /** What it says to those who do not see it; empty if that stands beside it. */
  public String markText() {
    return caption().isEmpty() ? site() : "";
  }

  /** The path of the icon of a tab. */
  public String icon() {
    return logo.filter(l -> !l.isWide()).map(Logo::path).orElse(OUR_MARK);
  }

  /** The style sheet of its own colours, below the context path; empty if it has ours. */
  public String styles() {
    return theme.orElse("");
  }

  /** The notice on the sign-in page in a language; empty if there is none. */
  String notice(Locale language) {
    return Optional.ofNullable(notices.get(language))
        .or(() -> Optional.ofNullable(notices.get(Texts.LANGUAGES.get(0))))
        .orElse("");
  }

  /** Its own word of this key, if it has one. */
  Optional<String> text(Locale language, String key) {
    return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
  }
}
