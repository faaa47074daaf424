package org.sallyport.platform.crypto;

/**
 * What a key of the server's own is for; what was made for one purpose never passes for another.
 */
public enum Purpose {
  /** Authorization codes and refresh tokens. */
  CREDENTIAL,
  /** Authorization requests on hold in the browser. */
  TICKET,
  /** Forms that only our own pages may post. */
  CSRF,
  /** What a device is known by. */
  DEVICE
}
