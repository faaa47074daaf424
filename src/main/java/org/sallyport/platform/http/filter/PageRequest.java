package org.sallyport.platform.http.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.page.Texts;

/**
 * A request as Faces sees it: no server parses its languages, which {@link Languages} chooses, and
 * none logs how it failed to.
 */
final class PageRequest extends HttpServletRequestWrapper {
  PageRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public Locale getLocale() {
    return Texts.LANGUAGES.get(0);
  }

  @Override
  public Enumeration<Locale> getLocales() {
    return Collections.enumeration(Texts.LANGUAGES.subList(0, 1));
  }
}
