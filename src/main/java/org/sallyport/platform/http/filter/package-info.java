/**
 * The filters that every request passes, before a servlet, a page or an endpoint gets it.
 *
 * <p>{@link RequestChain} lists them in their order. Each is a {@link RequestFilter}: it answers
 * the request, mostly with a refusal, or passes it on, perhaps wrapped.
 *
 * <ul>
 *   <li>{@link CountFilter}, {@link FaultFilter}, {@link DepartureFilter}: metrics; faults that
 *       pass; clients that leave early
 *   <li>{@link HeadersFilter}: security headers and caching
 *   <li>{@link AddressFilter}: the address of the client behind trusted proxies
 *   <li>{@link FramingFilter}: request smuggling
 *   <li>{@link PathFilter}: 404 and 405 for what {@link ServedPaths} does not have; it learns
 *       routes and methods at start
 *   <li>{@link RequestHeaderFilter}, {@link SizeFilter}: control characters, length, credentials in
 *       a query
 *   <li>{@link HostFilter}: 421 for another host than the issuer's
 *   <li>{@link CorsFilter}: cross-origin requests; {@link AllowedOrigins} is implemented by {@code
 *       client}
 *   <li>{@link PageFormFilter}: forms of pages come from this origin only (CSRF)
 * </ul>
 *
 * <p>{@link ErrorServlet} at {@code /error} answers what the server would answer by itself. The
 * server calls these classes; they keep nothing but counters and what they put on the request.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http.filter;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
