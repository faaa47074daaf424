package org.sallyport.platform.outgoing;

import java.io.Serial;
import java.net.URI;

/**
 * Says that another host has to be asked before this request can be served, and that a transaction
 * runs: {@link FetchesFirst} lets it be undone, asks, and has the request served anew.
 */
final class FetchFirst extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient URI place;
  private final transient Runnable work;

  FetchFirst(URI place, Runnable work) {
    super("another host has to be asked first");
    this.place = place;
    this.work = work;
  }

  URI place() {
    return place;
  }

  Runnable work() {
    return work;
  }
}
