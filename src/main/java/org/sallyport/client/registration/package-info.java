/**
 * Reads entries of the section {@code clients} and checks that the server offers what they
 * register.
 *
 * <p>{@link Registration} is one entry, checked: the metadata as JSON, the hash of the secret, and
 * a digest by which a change is noticed. A secret itself is kept only where it authenticates JWTs.
 * {@link ClientEntries} reads all entries and refuses a {@code client_id} that is there twice.
 *
 * <p>{@link RegistrationChecks} refuses a grant type, an authentication method, a scope, an API, a
 * type of authorization details or an address that is not served, and what the profile of the
 * client forbids. {@link ServedFeatures} finds out what is served: beans of type {@link
 * GrantTypeName} and {@link AuthenticationMethodName}, and the rows of APIs and types. A new grant
 * type or method is registrable because its bean exists.
 *
 * <p>An entry is accepted or refused. An operator gets the place in the file, what is wrong and the
 * remedy; the sender of a registration in a request gets an error of RFC 7591 §3.2.2. Nothing is
 * stored here.
 *
 * <p>{@code client.registry} reads the file through this package at start. {@link RegistryCheck}
 * does the same for {@code command} without a container or a database: APIs first, then types of
 * authorization details, then clients. {@link EncryptionMetadata} announces how answers may be
 * encrypted.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.registration;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
