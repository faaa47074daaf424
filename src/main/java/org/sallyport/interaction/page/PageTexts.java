package org.sallyport.interaction.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a page by their keys, as its file names them: {@code #{texts['login.title']}}. */
@Named("texts")
@RequestScoped
public class PageTexts extends AbstractMap<String, String> {
  @Inject Page page;

  /** The words of this key; a key without words is a fault of the page. */
  @Override
  public String get(@Nullable Object key) {
    return page.texts().text(String.valueOf(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return page.texts().has(String.valueOf(key));
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return page.texts().keys().stream()
        .map(key -> Map.entry(key, get(key)))
        .collect(Collectors.toUnmodifiableSet());
  }

  // Open Liberty looks a bean up by itself before it has what it injects.
  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Whether it is this bean; what it holds is not compared. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }
}
