/**
 * Types of authorization details, and the details that clients ask for by them (RFC 9396).
 *
 * <p>An operator describes the types in the section {@code authorization_details_types}: each has a
 * JSON Schema, texts for the consent page, and the APIs that it is for. {@link
 * AuthorizationDetailsTypesSection} takes it over after the APIs and before the clients, since
 * types name the former and clients the latter. A type that leaves and comes back is treated as an
 * API is.
 *
 * <p>{@link AuthorizationDetails} are what a request carries: parsed, of bounded size, and
 * comparable, so that a token request can ask for less than was granted. {@link
 * AuthorizationDetailsTypes} checks them: the type is known, it is one of those that the client may
 * use ({@link PermittedDetails}), the object satisfies its schema, and it names no API that it is
 * not for.
 *
 * <p>It has no routes. Authorization requests check what is asked, the consent page words it, and
 * the token endpoint checks again what a grant still allows.
 */
@NullMarked
@Floor(Floor.Level.CATALOGUE)
package org.sallyport.resource.details;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
