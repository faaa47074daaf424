/**
 * People: who has an account here. Each is a row, made from an entry of the section {@code people}
 * of the configuration file.
 *
 * <p>A {@link Person} is the whole row; a {@link TokenSubject} is the part of it that requests with
 * a token read. {@link People} reads the database each time, so that a change counts at once.
 * {@link PeopleSection} applies the file at start; only entries that have changed are applied. A
 * password or an address that a person has chosen stays. {@link VerifiedAddresses} sees to it that
 * no two people verify the same.
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
 * <p>A change of the password makes older sessions and grants void, too. {@code command} reads
 * entries by {@link PeopleEntries}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
