package org.sallyport.platform.page;

/** Tells how this installation wants its pages to look. */
public interface Branding {

  /** What holds since the start; {@link Brand#NONE} where nothing is configured. */
  Brand brand();
}
