package org.sallyport.platform.runtime;

/** Has nodes that would do the same work at the same moment do it one after the other. */
public interface StartLock {

  /**
   * Does the work in one transaction, as soon as no other node does work of this name; whatever the
   * others did is then visible. Where somebody has changed a row meanwhile that the work changes
   * too, all of it is undone and done again.
   */
  void take(String name, Runnable work);
}
