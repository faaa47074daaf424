/**
 * Answers to requests that fail: JSON for programs, a page for people.
 *
 * <p>Exception mappers, and the servlet for errors in {@code platform.http.filter}, turn what was
 * thrown into a {@link Problem}:
 *
 * <ul>
 *   <li>a refusal, with an error code of OAuth (RFC 6749 §5.2)
 *   <li>a request that is wrong by HTTP alone, such as 404 or 405 ({@link Reasons})
 *   <li>a fault of the server: 503 with {@code Retry-After} if it passes by itself, else 500
 * </ul>
 *
 * <p>{@link ProblemResponses} writes the answer under a case number and records it in the audit
 * log. The path decides who reads it ({@link Surface}). {@link Challenge} writes {@code
 * WWW-Authenticate}.
 *
 * <p>Route: {@code POST /language} shows an error page again in another language.
 *
 * <p>Endpoints that answer JSON documents use {@link Metadata}, to which each feature adds its part
 * as a {@link MetadataSource}, and {@link ReadyBytes}, which is made once and sent with an {@code
 * ETag}.
 *
 * <p>Look elsewhere for filters and CORS ({@code platform.http.filter}), bodies and forms ({@code
 * platform.http.body}), the error page itself ({@code platform.page}), and rate limits ({@code
 * platform.ratelimit}). JAX-RS and the filters call this package. Nothing is stored.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
