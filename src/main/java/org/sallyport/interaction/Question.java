package org.sallyport.interaction;

import org.sallyport.protocol.Scopes;

/**
 * What a person is asked to allow.
 *
 * @param asked the scopes to decide on
 * @param before those of the request that were allowed before
 */
public record Question(Scopes asked, Scopes before) {}
