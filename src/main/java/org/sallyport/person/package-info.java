/**
 * People: who has an account here. A {@link org.sallyport.person.Person} is a row that the section
 * {@code people} of the configuration file makes. {@link org.sallyport.person.People} finds it by
 * its subject or by its username, and reads the database each time.
 *
 * <p>The rest of the wing is in three packages: what is said of a person ({@code profile}), what
 * proves who they are ({@code credential}), and trying to sign in ({@code signin}). The first two
 * know no person, the last one judges an attempt of one.
 *
 * <p>States of a person:
 *
 * <ul>
 *   <li>enabled: may sign in, and tokens may be about them;
 *   <li>disabled: the file says so; their sessions, grants and consents from before are void;
 *   <li>left: no longer in the file; disabled at once, and ended when the grace time is over. The
 *       row stays, so that a username is never handed on unnoticed.
 * </ul>
 *
 * <p>Sessions, grants and the pages read people from here; only the section of the configuration
 * changes them.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
