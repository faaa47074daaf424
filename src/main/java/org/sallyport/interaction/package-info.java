/**
 * What a person is doing while pages are shown: an authorization request or a sign-out on hold, or
 * a plain visit.
 *
 * <p>{@link Interaction} is what pages see. Each kind knows where the browser goes on and where to
 * start again; pages never ask which kind it is. A further kind implements {@link
 * PendingInteraction} and has a bean of type {@link InteractionKind}, with its codec and its
 * lifetime.
 *
 * <p>{@link Tickets} seals an interaction into the parameter {@code ticket} of an address. Nothing
 * is stored for a stranger, and any node can go on. A ticket is
 *
 * <ul>
 *   <li>valid: for two hours, or the lifetime of its kind
 *   <li>expired: the page offers to start again where that is possible
 *   <li>answered: what the person did counts once; {@code interaction.pushed} remembers it
 *   <li>invalid: not sealed by this server
 * </ul>
 *
 * <p>{@link Progress} is what the person did for the request in one session: signed in, chose an
 * account, answered the consent question. {@link ConsentPolicy} says when a person is asked at all.
 * {@link CurrentUsers} finds who is signed in.
 *
 * <p>{@code authorize}, {@code request}, {@code login}, {@code consent} and {@code logout} call it.
 * It calls {@code session}, {@code person}, {@code client} and the seals of {@code
 * platform.crypto}.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
