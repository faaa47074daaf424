package org.sallyport.interaction;

import org.sallyport.protocol.Scopes;

/** What a person said to a {@link ConsentQuestion}. */
public sealed interface ConsentAnswer {

  /** Yes, to these of the request's scopes, those allowed before among them. */
  record Allowed(Scopes scopes) implements ConsentAnswer {}

  /** No. */
  record Denied() implements ConsentAnswer {}
}
