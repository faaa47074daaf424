package org.sallyport.platform.audit.seal;

/** The place of a row: the number of its chain, and its position there, from 1 on. */
record ChainPlace(int chain, long position) {

  /** The place after this one. */
  ChainPlace next() {
    return new ChainPlace(chain, position + 1);
  }

  @Override
  public String toString() {
    return chain + "/" + position;
  }
}
