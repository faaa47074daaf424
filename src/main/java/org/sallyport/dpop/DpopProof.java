package org.sallyport.dpop;

import java.time.Instant;
import org.sallyport.protocol.Thumbprint;

/**
 * A sound proof, which still has to be its first use.
 *
 * @param key the key that its sender holds
 * @param algorithm by which it is signed
 * @param name what tells it from all others
 * @param until when it would be refused anyway
 */
public record DpopProof(Thumbprint key, String algorithm, String name, Instant until) {}
