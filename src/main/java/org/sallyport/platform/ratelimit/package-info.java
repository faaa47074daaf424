/**
 * Limits for each network, and whom they are counted for.
 *
 * <p>{@link org.sallyport.platform.ratelimit.ClientAddress} finds the address of a client behind
 * trusted proxies, once for each request; {@link org.sallyport.platform.ratelimit.Network} makes of
 * it what one household has; {@link org.sallyport.platform.ratelimit.RateLimit} counts, on this
 * node alone, and refuses with {@code too_many_requests} (429).
 *
 * <p>Called by the authentication of clients, the token endpoint and {@code /oauth2/par}. The
 * limits of sign-ins are rows in the database and are in {@code person}; they count by the same
 * networks.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
