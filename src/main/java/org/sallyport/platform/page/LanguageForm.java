package org.sallyport.platform.page;

import static java.util.stream.Collectors.joining;

import java.util.Locale;

/** The languages of a page that is made without Faces: one form, one button each. */
final class LanguageForm {
  private LanguageForm() {}

  /**
   * The form as HTML.
   *
   * @param page the page as the browser carries it
   */
  static String of(Texts texts, String context, String page) {
    return """
        <form class="languages" method="post" action="%s/language" aria-label="%s">
        <input type="hidden" name="page" value="%s">
        %s
        </form>"""
        .formatted(
            Html.escape(context),
            Html.escape(texts.text("layout.language")),
            Html.escape(page),
            Texts.LANGUAGES.stream().map(l -> button(l, texts)).collect(joining("\n")));
  }

  private static String button(Locale language, Texts texts) {
    var tag = language.toLanguageTag();
    return """
        <button class="as-link" id="lang-%1$s" name="lang" value="%1$s" lang="%1$s" dir="%2$s"\
         aria-current="%3$s">%4$s</button>"""
        .formatted(
            tag,
            Texts.dir(language),
            language.equals(texts.locale()),
            Html.escape(language.getDisplayLanguage(language)));
  }
}
