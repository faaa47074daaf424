package org.sallyport.interaction;

import org.sallyport.protocol.Scopes;

/** What a person said to a {@link Question}. */
public sealed interface Verdict {

  /** Yes, to these of the request's scopes, those allowed before among them. */
  record Allowed(Scopes scopes) implements Verdict {}

  /** No. */
  record Denied() implements Verdict {}
}
