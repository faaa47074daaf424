/**
 * Types of authorization details, and the details that clients ask for by them (RFC 9396).
 *
 * <p>An operator describes the types in the section {@code authorization_details_types}: each has a
 * JSON Schema, texts for the consent page, and the APIs that it is for. {@link
 * AuthorizationDetailsTypesSection} takes it over at start, after the APIs and before the clients,
 * since types name APIs, and clients name types. A type is there, departed, or back, as an API is:
 * see {@code resource.api}.
 *
 * <p>{@link AuthorizationDetails} are the value of the parameter {@code authorization_details}:
 * parsed, of limited size, and comparable, so that a token request can ask for less than was
 * granted. {@link AuthorizationDetailsTypes} checks them. It refuses a type that is unknown or that
 * the client may not use ({@link PermittedDetails}), an object that its schema does not allow, and
 * a location that the type is not for.
 *
 * <p>There are no routes; {@link AuthorizationDetailsMetadata} announces the types. Authorization
 * requests check what is asked for, {@code consent} shows it, {@code grant} and the request on hold
 * carry it, and {@code token} checks again what a grant still allows. This package calls {@code
 * resource.api} and the JSON Schema of {@code platform.json}.
 */
@NullMarked
@Floor(Floor.Level.CATALOGUE)
package org.sallyport.resource.details;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
