package org.sallyport.platform.audit.seal;

/** The newest row of a chain: its place, and the code that authenticates it and all before it. */
record ChainHead(ChainPlace place, String hash) {
  /** What stands before the first row. */
  static final String NOTHING = "";
}
