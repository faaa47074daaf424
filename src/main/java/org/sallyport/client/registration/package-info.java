/**
 * Reads the registration of a client, and refuses what this server does not serve.
 *
 * <p>{@link Registration} is one entry: an identifier, the metadata, a secret or its hash, and
 * whether it is enabled. {@link RegistrationChecks} compare it with what is offered: grant types
 * and methods of authentication by their names, scopes, APIs, types of authorization details,
 * addresses that may be fetched, and the rules of the client's profile. {@link ServedFeatures}
 * finds what is offered in a running server; {@link RegistryCheck} takes it from the configuration
 * file alone, for the command that validates one.
 *
 * <p>A new grant type or method of authentication is known here by existing: it implements {@link
 * GrantTypeName} or {@link AuthenticationMethodName}. What is wrong with an entry is a complaint
 * with the place of the key and advice. It has no routes and no table; the registry calls it for
 * each entry of the section {@code clients}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.registration;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
