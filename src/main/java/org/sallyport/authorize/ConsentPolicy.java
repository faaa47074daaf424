package org.sallyport.authorize;

/** When a person is asked whether a client may have what it asks for. */
enum ConsentPolicy {
  /** Each time, because nothing tells this application from an impostor (RFC 8252 §8.6). */
  ALWAYS,
  /** Once for each scope. */
  ONCE,
  /** Only where the request demands it; the operators vouch for the client. */
  ON_DEMAND
}
