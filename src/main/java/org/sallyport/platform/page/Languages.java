package org.sallyport.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses a language: what the person switches to, what the client asked for, what the person chose
 * before, what the browser says.
 */
@ApplicationScoped
public class Languages {
  private static final String COOKIE = "lang";
  private static final String SWITCHED = Languages.class.getName();

  @Inject Cookies cookies;
  @Inject Branding branding;

  /**
   * The language to speak.
   *
   * @param uiLocales language tags separated by spaces (OpenID Connect Core §3.1.2.1)
   */
  public Locale choose(HttpServletRequest request, Optional<String> uiLocales) {
    return switched(request)
        .or(() -> uiLocales.flatMap(tags -> spoken(tags.strip(), ' ')))
        .or(() -> cookies.read(request, COOKIE).flatMap(Languages::spoken))
        .or(
            () ->
                Optional.ofNullable(request.getHeader("Accept-Language"))
                    .flatMap(Languages::spoken))
        .orElse(Texts.LANGUAGES.get(0));
  }

  /** Whether the browser has a language that was chosen in it before. */
  public boolean isRemembered(HttpServletRequest request) {
    return cookies.read(request, COOKIE).isPresent();
  }

  /** The words of this installation in a language. */
  public Texts in(Locale language) {
    return branding.brand().in(language);
  }

  /** Those in the language of a request of which no client has said one. */
  public Texts texts(HttpServletRequest request) {
    return in(choose(request, Optional.empty()));
  }

  /** Remembers what the person chose, if we speak it; gives the language. */
  public Optional<Locale> remember(HttpServletResponse response, String tag) {
    var chosen = spoken(tag);
    chosen.ifPresent(
        l -> cookies.set(response, COOKIE, l.toLanguageTag(), Optional.of(Duration.ofDays(365))));
    return chosen;
  }

  /** The same, and the answer to this very request is in that language already. */
  public Optional<Locale> switchTo(
      HttpServletRequest request, HttpServletResponse response, String tag) {
    var chosen = remember(response, tag);
    chosen.ifPresent(language -> request.setAttribute(SWITCHED, language));
    return chosen;
  }

  /** The language that the person switches to by this very request. */
  public Optional<Locale> switched(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(SWITCHED)).map(Locale.class::cast);
  }

  /** The first of these language ranges that we speak (RFC 4647 §3.4). */
  static Optional<Locale> spoken(String ranges) {
    return spoken(ranges, ',');
  }

  private static Optional<Locale> spoken(String ranges, char separator) {
    return LanguageRanges.parse(ranges, separator).lookup(Texts.LANGUAGES);
  }

  /** The languages there are. */
  public List<Locale> all() {
    return Texts.LANGUAGES;
  }
}
