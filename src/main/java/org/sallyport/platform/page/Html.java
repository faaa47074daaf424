package org.sallyport.platform.page;

/** Writes text into HTML. */
public final class Html {
  private Html() {}

  /** The text with everything escaped that means something in an element or a quoted attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
