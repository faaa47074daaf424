/**
 * Addresses that clients register: redirect URIs and web origins.
 *
 * <p>{@link RedirectUri} checks itself by {@link RedirectUriRules} (OAuth 2.1 §2.3.1, RFC 8252 §7)
 * and by its {@link ApplicationType}:
 *
 * <ul>
 *   <li>every application: {@code https}, or {@code http} on a loopback address
 *   <li>native applications only: a private-use scheme, which is a domain name in reverse
 *   <li>never: a fragment, a wildcard, escapes with two meanings, or a parameter that answers have,
 *       such as {@code code}
 * </ul>
 *
 * <p>It also tells whether an address in a request is the registered one: character by character,
 * except for the port of a loopback address.
 *
 * <p>{@link WebOrigin} is an origin as browsers send it (RFC 6454), used for CORS and the content
 * security policy. {@link InternationalNames} are host names in other scripts; they have to be
 * written in their ASCII form (RFC 5891).
 *
 * <p>The metadata of clients is made of these; {@code request} and {@code logout} compare
 * addresses, the settings and {@code platform.outgoing} check host names. Values do not change;
 * nothing is looked up or fetched.
 */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol.address;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
