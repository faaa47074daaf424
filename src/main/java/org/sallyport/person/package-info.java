/**
 * People: who has an account here. Each is a row, made from an entry of the section {@code people}
 * of the configuration file.
 *
 * <p>{@link People} finds a {@link Person} by subject or by username, and reads the database each
 * time, so that a change counts at once. {@link PeopleSection} applies the file at start; only
 * entries that have changed are applied, so a password that a person has chosen stays.
 *
 * <p>A person is
 *
 * <ul>
 *   <li>enabled: may sign in, and tokens may be about them
 *   <li>disabled: the file says so; their sessions, grants and consents from before are void
 *   <li>left: no longer in the file; may not sign in, and is as if disabled once {@code
 *       configuration.leave-grace} is over. The row stays, so that a username is not handed on
 *       unnoticed.
 * </ul>
 *
 * <p>A change of the password makes older sessions and grants void, too.
 *
 * <p>The wing has three more packages: {@code profile} (username, claims, groups), {@code
 * credential} (passwords and their hashes), {@code signin} (attempts, rate limits, lockout).
 *
 * <p>{@code login}, {@code interaction}, {@code grant}, {@code token}, {@code userinfo}, {@code
 * introspection}, {@code consent} and {@code logout} read people; only the section and a rehash
 * change them. {@code command} reads entries by {@link PeopleEntries}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
