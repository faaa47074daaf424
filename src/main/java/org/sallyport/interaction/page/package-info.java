/**
 * What the pages for sign-in, consent and sign-out share.
 *
 * <p>{@link Page} is the bean {@code page} of the templates: its languages, its address, the ticket
 * that it carries, the field {@code csrf}, and its refusals. {@link LanguageSwitch} is a filter for
 * the parameter {@code lang} of these pages: it remembers the language, for the browser and in the
 * ticket.
 *
 * <p>A form that comes back is
 *
 * <ul>
 *   <li>refused with 403, if it was not shown in this browser ({@link StaleForms}); the page is
 *       shown again with a case number
 *   <li>expired, if its ticket is too old, invalid or answered ({@link Expired}); a button starts
 *       again where that is possible
 *   <li>accepted: {@link ContinueResponse} sends the browser on to the endpoint that the
 *       interaction came from, and from there to the client. It does so by a page of its own, since
 *       browsers apply {@code form-action} of the content security policy to redirects too.
 * </ul>
 *
 * <p>No state is kept on the server. The paths of the pages belong to {@code login}, {@code
 * consent} and {@code logout}, which call this package; {@code authorize} uses it for expired
 * tickets. It calls {@code interaction} and {@code platform.page}.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction.page;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
