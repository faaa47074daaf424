/**
 * The single sign-on session of a browser: a row and a cookie.
 *
 * <p>The cookie holds a random secret; the row is found by its SHA-256, so that a copy of the
 * database signs nobody in. {@link Sessions} is the way in. {@link Session} says who signed in and
 * by which factors, from which {@code acr}, {@code amr} and {@code auth_time} follow.
 *
 * <p>A session is
 *
 * <ul>
 *   <li>alive: from the sign-in on; requests renew the time of last use, once a minute
 *   <li>idle for longer than {@code sessions.idle}, or older than {@code sessions.lifetime}: over
 *   <li>ended: by a sign-out, or by the sign-in of another person in the same browser
 *   <li>void: its person was disabled after it began
 * </ul>
 *
 * <p>Whoever signs in again gets a new secret and keeps the session. The sweeper deletes rows whose
 * time is over. An end and a deletion fire {@link SessionEnded} in the same transaction; {@code
 * grant} observes it and ends the grants that hang on the session.
 *
 * <p>{@code login} begins sessions, {@code logout} ends them; {@code authorize}, {@code
 * interaction} and {@code grant} read them. This package calls {@code platform} only; it reads the
 * table of {@code person} in two queries.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.session;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
