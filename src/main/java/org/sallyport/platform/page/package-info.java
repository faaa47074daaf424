/**
 * What all pages share: texts, languages, frame, cookies, the CSRF field, the error page.
 *
 * <p>Routes: {@code GET /assets/*} for styles and scripts ({@link AssetServlet}); at {@code
 * /META-INF/*} and {@code /WEB-INF/*} it answers 404.
 *
 * <ul>
 *   <li>{@link Texts}: the words, from one bundle for each language; {@link Languages} chooses the
 *       language by the person, the request of the client, and the browser
 *   <li>{@link Csrf}: the hidden field that binds a form to its browser; {@link Cookies}: all
 *       cookies, {@code __Host-} and {@code SameSite=Lax}; {@link Browser}: the random name of a
 *       browser
 *   <li>{@link ContentSecurityPolicy}: what a page may load, and where its form may lead
 *   <li>{@link PageFrame}, {@link HtmlResponse}, {@link Html}: pages that are made without Faces;
 *       every value goes through {@code Html.escape}
 *   <li>{@link ErrorPage}: the one page for refusals and faults, with case number and contacts of
 *       the application. {@link SealedErrors} puts it into its own form, so that it can be shown
 *       again in another language.
 * </ul>
 *
 * <p>Nothing is stored on the server. Cookies are the only state: language, browser, session, known
 * device.
 *
 * <p>The pages, {@code interaction}, {@code authorize} and {@code session} call it, and {@code
 * platform.http} for errors. It knows no filter, endpoint or table.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.page;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
