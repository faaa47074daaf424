package org.sallyport.platform.json;

/**
 * How many steps one check by a schema may still take. An expression of a schema may go back and
 * forth over a text for ever, and a schema that refers to itself may look at each value again and
 * again; how often, whoever sends the value decides.
 */
final class Budget {
  private int left;

  Budget(int steps) {
    left = steps;
  }

  /** Takes one step. */
  void step() {
    if (--left < 0) {
      throw new Exhausted();
    }
  }

  /** The text, of which each reading of a character is a step. */
  CharSequence counted(CharSequence text) {
    return new Text(text);
  }

  /** There are no steps left. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted() {
      super("the check takes too many steps", null, false, false);
    }
  }

  private final class Text implements CharSequence {
    private final CharSequence text;

    private Text(CharSequence text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      step();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Text(text.subSequence(start, end));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
