/**
 * What a person is doing while pages are shown: an authorization request or a sign-out that is on
 * hold, or a plain visit.
 *
 * <p>{@link org.sallyport.interaction.Interaction} is what pages see. Each kind knows where the
 * browser goes on, what a sign-in changes and where to start again; pages never ask which kind it
 * is. A kind is a {@link org.sallyport.interaction.PendingInteraction} and a bean {@link
 * org.sallyport.interaction.InteractionKind} with its codec and its lifetime.
 *
 * <p>{@link org.sallyport.interaction.Tickets} seals what is on hold into the {@code ticket} of an
 * address, so that nothing is stored for a stranger. States of a ticket: good, too old (the page
 * then offers to start again), or none of ours.
 *
 * <p>{@link org.sallyport.interaction.Progress} is what the person did for the request in one
 * session: signed in, chose an account, answered the question for consent. {@link
 * org.sallyport.interaction.CurrentUsers} tells who is signed in with a browser.
 *
 * <p>{@code page} has what these pages share, {@code pushed} the requests that clients sent ahead.
 * The authorization endpoint, the sign-out and the pages call all three.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
