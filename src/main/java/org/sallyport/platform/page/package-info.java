/**
 * The furniture of every page: texts, frame, languages, cookies, the CSRF field, the error page.
 *
 * <p>It serves {@code /assets/*}. Faces pages take their texts, language and form field from here;
 * an endpoint that answers a browser without Faces puts its page together by {@link
 * org.sallyport.platform.page.PageFrame} and sends it by {@link
 * org.sallyport.platform.page.HtmlResponse}. All HTML that is made by hand goes through {@link
 * org.sallyport.platform.page.Html}.
 *
 * <p>{@link org.sallyport.platform.page.ErrorPage} is the one page for a refusal or a fault. {@code
 * platform.http} sends it for whatever fails on the way, and doors send it for what they refuse
 * themselves. What it shows is sealed into its form for languages, so that it can be shown again in
 * another one.
 *
 * <p>Nothing here knows a filter, an endpoint or the database.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.page;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
