package org.sallyport.protocol;

import java.util.Locale;

/** A text that people read, in whatever languages it has (RFC 7591 §2.2). */
@FunctionalInterface
public interface LocalizedText {

  /** The text in this language, else in the one it was first written in. */
  String in(Locale language);
}
