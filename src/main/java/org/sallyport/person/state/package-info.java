/**
 * Parts of the row of a person that have rules of their own; each is some columns of the table
 * {@code person}.
 *
 * <p>{@link EmailState} is the mail address: the file's until its owner chooses another, verified
 * or not. {@link AddressBefore} is the address before a change, which a link in a mail restores.
 * {@link Preferences} are the language and the time zone in which a person is spoken to. Tokens
 * tell of both.
 *
 * <p>{@link AccountState} is what no token tells: where the account comes from, when it ends,
 * whether an invitation is to be sent, the day of the last sign-in.
 *
 * <p>{@code person} holds them; {@code account}, {@code recovery} and {@code login} read them, and
 * change them in transactions of their own, where the row is locked. It calls {@code
 * person.profile} and {@code platform.mail}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.state;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
