/**
 * Addresses that clients register: redirect URIs and web origins.
 *
 * <p>{@link org.sallyport.protocol.address.RedirectUri} checks itself by the rules for web and for
 * native applications (RFC 8252 §7, OpenID Connect Registration §2), and tells whether an address
 * of a request is the registered one: character by character, but for the port of a loopback
 * address.
 *
 * <p>{@link org.sallyport.protocol.address.WebOrigin} is an origin as browsers send it (RFC 6454).
 * {@link org.sallyport.protocol.address.InternationalNames} are host names in other scripts, which
 * have to be written in their ASCII form (RFC 5891).
 *
 * <p>The metadata of clients is made of these; the settings and requests to other hosts use the
 * last.
 */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol.address;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
