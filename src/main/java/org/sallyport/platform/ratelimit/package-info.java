/**
 * Rate limits for each network, and the address that they count by.
 *
 * <p>{@link RateLimit} counts two actions, each by itself: wrong secrets, codes and tokens; and
 * pushed requests of public clients. More than 300 within a minute from one network are refused
 * with {@code too_many_requests} (429). Only further ones of the same action are refused, since
 * honest clients may share the network. The counters are in the memory of each node and are
 * forgotten after a minute.
 *
 * <p>{@link ClientAddress} finds the address of a client: the peer of the connection, or what the
 * header {@code X-Forwarded-For} says, as far as the proxies that wrote it are in {@code
 * trusted-proxies}. It does so once for each request. {@link Network} makes an address into what
 * one household has: an IPv4 address, or the /64 of an IPv6 address.
 *
 * <p>Client authentication, {@code token} and {@code /oauth2/par} count here. {@code login}, {@code
 * session} and the audit log use the address.
 *
 * <p>Limits on failed sign-ins (lockout) are not here but in {@code person.signin}: they are rows,
 * shared by all nodes, and count by the same networks.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
