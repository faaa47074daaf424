/**
 * Attempts to sign in with a password, and the rate limits on failed ones (NIST SP 800-63B-4
 * §3.2.2).
 *
 * <p>{@link SignIns} judges a {@link SignInAttempt}. The {@link SignInVerdict} is
 *
 * <ul>
 *   <li>accepted: the password is right, the person is enabled
 *   <li>refused: wrong name, wrong password or disabled; the page does not say which
 *   <li>throttled: too many have failed; this one was not made and is not counted
 * </ul>
 *
 * <p>An attempt is counted before its password is hashed, by account, by network, by both, and by
 * all together ({@link FailureCounter}). {@link LockoutPolicy} says how many may fail and how long
 * the next one then waits: the time doubles, up to an hour at most. There is no lockout for good.
 * {@link SignInFailures} has a row for each counter, in the database that all nodes share; a
 * success clears those of the account, and the sweeper deletes old ones.
 *
 * <p>Others cannot keep an owner out: a browser that the person has signed in with before has
 * counters of its own ({@link KnownDevices}), and a new network may take from the {@link
 * AttemptReserve} of the account. {@link NewBrowsers} knows for a week which browsers were new.
 *
 * <p>{@code login} calls it. It calls {@code person}, {@code person.credential} for the hash, and
 * {@code platform.ratelimit} for networks.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.signin;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
