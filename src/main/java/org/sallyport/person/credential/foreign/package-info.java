/**
 * Hashes of passwords that other systems made, so that people who come from there keep theirs.
 *
 * <p>A {@link ForeignHash} is read from the text that the other system exported, and tells whether
 * a password is the one: {@link Bcrypt}, {@link Pbkdf2}, {@link Scrypt}, {@link SaltedSha}, and
 * {@link Argon2Variant} for what is not Argon2id of version 19. A further kind is one class more
 * that {@link ForeignHash} lists.
 *
 * <p>Each has a bound: what would take more than about two seconds or 128 MiB is refused when it is
 * read, by name and with the bound. What takes much longer than a hash of our own says so ({@code
 * isCostly}), and {@code PasswordHashing} checks one such at a time.
 *
 * <p>Nothing here makes a hash: after its password has signed in once, {@code person} keeps an
 * Argon2id hash of today's cost instead.
 *
 * <p>{@code person.credential} calls it; it calls no other package of ours.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.credential.foreign;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
