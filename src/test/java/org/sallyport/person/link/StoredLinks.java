package org.sallyport.person.link;

import org.sallyport.platform.persistence.Store;

/** The mailed links of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredLinks {
  private StoredLinks() {}

  /** The links of this store. */
  public static MailLinks of(Store store) {
    var links = new MailLinks();
    links.em = store.em();
    return links;
  }
}
