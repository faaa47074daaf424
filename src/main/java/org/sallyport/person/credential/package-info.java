/**
 * What proves who a person is: today a password; other kinds can be added beside it.
 *
 * <p>A {@link StoredCredential} is a row, any number for each person; its kind says what the
 * verifier is. A password is stored as a {@link PasswordHash}: of Argon2id in PHC form (RFC 9106),
 * or of another system until its owner signs in ({@code foreign}). {@link PasswordColumns} are the
 * columns in which versions up to 0.1 look for it. {@link Password} is one as it was typed, {@link
 * GivenPassword} one of the configuration file. {@link PasswordChange} asks for another one.
 *
 * <p>{@link PasswordHashing} is the queue in front of Argon2: a limited number at once ({@code
 * sign-in.concurrency}), the others in the order they came. An attempt is hashed, waits, or is
 * refused as {@link TooBusy} with 503: after {@code sign-in.queue-wait}, or at once if too many
 * wait. Of costly hashes of other systems, one is checked at a time. {@link Argon2Memory} keeps the
 * memory between hashes. {@link HashingRehearsal} measures a hash at start and logs how long it
 * takes.
 *
 * <p>A hash with another cost than the settings is made anew at the next sign-in.
 *
 * <p>{@code person} holds the rows, {@code person.signin} compares passwords, {@code login} asks
 * whether anybody waits ({@code SignInPriorityFilter}). It calls {@code platform.runtime} and reads
 * the settings {@code sign-in.…}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.credential;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
