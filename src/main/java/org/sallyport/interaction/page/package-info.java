/**
 * What the pages of an interaction share: sign-in, consent and sign-out.
 *
 * <p>{@link org.sallyport.interaction.page.Page} is the bean {@code page} of the templates: the
 * language, the ticket, the other languages. {@link org.sallyport.interaction.page.LanguageSwitch}
 * is a filter for the parameter {@code lang} of their addresses.
 *
 * <p>A form is answered in one of three ways: {@link org.sallyport.interaction.page.StaleForms}
 * refuses one that was not shown in this browser, with status 403; {@link
 * org.sallyport.interaction.page.Expired} is the page for a ticket that is too old or was answered,
 * with a button to start again where that is possible; {@link
 * org.sallyport.interaction.page.ContinueResponse} goes on to the endpoint that the interaction
 * came from.
 *
 * <p>No state is kept here: the browser brings the ticket along.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction.page;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
