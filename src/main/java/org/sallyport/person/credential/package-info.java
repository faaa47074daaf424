/**
 * What proves who a person is: today a password, later further kinds beside it.
 *
 * <p>A {@link org.sallyport.person.credential.StoredCredential} is a row, any number for a person;
 * its kind says what its verifier is. A password is kept as an Argon2id hash in PHC form, {@link
 * org.sallyport.person.credential.PasswordHash}. {@link
 * org.sallyport.person.credential.PasswordColumns} are the columns in which versions up to 0.1 look
 * for it; they are written too.
 *
 * <p>{@link org.sallyport.person.credential.PasswordHashing} is the queue for hashing: so many
 * passwords at once as the settings {@code sign-in.…} allow, all others in the order they came. One
 * that cannot be checked in time is refused with status 503. {@link
 * org.sallyport.person.credential.HashingRehearsal} measures a hash at start.
 *
 * <p>The person holds the rows, {@code person.signin} compares, and the section {@code people} of
 * the configuration gives passwords, in the clear or hashed.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.credential;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
