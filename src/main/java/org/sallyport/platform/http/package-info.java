/**
 * Answers to requests that fail: as JSON to programs, as a page to people.
 *
 * <p>Exception mappers and the servlet for errors turn what was thrown into a {@link
 * org.sallyport.platform.http.Problem}: a refusal in the terms of OAuth, a request that HTTP alone
 * tells is wrong, or a fault, of which it is said only whether it passes. {@link
 * org.sallyport.platform.http.ProblemResponses} writes it, under a case number, and records it in
 * the audit log. The path decides who reads the answer ({@link
 * org.sallyport.platform.http.Surface}).
 *
 * <p>{@code /language} shows an error page again in another language.
 *
 * <p>Beside that are the two forms in which endpoints answer documents of JSON: {@link
 * org.sallyport.platform.http.Metadata}, to which each feature adds its part, and {@link
 * org.sallyport.platform.http.ReadyBytes}, which is made once and sent as it is.
 *
 * <p>Filters are in {@code platform.http.filter}, the reading of bodies in {@code
 * platform.http.body}.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
