/**
 * Attempts to sign in, and the rate limits on failed ones (NIST SP 800-63B-4 §3.2.2).
 *
 * <p>The sign-in page hands a {@link org.sallyport.person.signin.SignInAttempt} to {@link
 * org.sallyport.person.signin.SignIns}, which gives a {@link
 * org.sallyport.person.signin.SignInVerdict}: accepted, refused, or throttled, which means that the
 * attempt was not made.
 *
 * <p>An attempt counts before its password is checked, by its account, its network, both, and all
 * together; {@link org.sallyport.person.signin.LockoutPolicy} says how many each may have and how
 * long the next one then waits, an hour at most. No account is ever locked for good. {@link
 * org.sallyport.person.signin.SignInFailures} keeps the counters, a row each, in the database that
 * all nodes share.
 *
 * <p>Others cannot keep an owner out: a browser that the person has signed in with before counts by
 * itself ({@link org.sallyport.person.signin.KnownDevices}), and a new one may take from the {@link
 * org.sallyport.person.signin.AttemptReserve} of the account.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.signin;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
