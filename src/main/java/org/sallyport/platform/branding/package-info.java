/**
 * How an installation wants its pages to look: name, logo, colours, links, notice, words.
 *
 * <p>Route: {@code GET /brand/*} for the logo and for the style sheet with the colours ({@link
 * BrandServlet}). The address has a hash of what is there, so caches keep it for good.
 *
 * <p>{@link BrandingSettings} declares the settings and reads them, with all files that they name,
 * at start; {@code validate} does the same. It refuses colours that text could not be read in
 * ({@link Theme}), pictures that are none ({@code platform.image}), links that lead nowhere, and
 * words of pages that do not exist ({@link OwnTexts}).
 *
 * <p>The look of all installations is one style sheet; an accent is a few lines more, which set its
 * variables, so no page needs a style of its own and the policy of content stays as it is. From one
 * colour come those of buttons, of what the pointer is on, and of dark pages.
 *
 * <p>{@code platform.page} has the interface {@code Branding}, through which all pages and mails
 * ask for it. Nothing is stored; two nodes with the same files have the same addresses.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.branding;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
