/**
 * The filters that every request passes, before a servlet, a page or an endpoint sees it.
 *
 * <p>{@code web.xml} lists them in their order: count, departure, headers, address, framing, path,
 * request header, host, CORS, size, page form. Each is a {@link
 * org.sallyport.platform.http.filter.RequestFilter}: it answers the request by {@code
 * ProblemResponses}, or passes it on, perhaps wrapped. None keeps anything but what it puts on the
 * request.
 *
 * <p>{@link org.sallyport.platform.http.filter.ServedPaths} learns at start which paths and methods
 * the application has; nothing else is reached. {@link
 * org.sallyport.platform.http.filter.ErrorServlet} is where the server sends what it would answer
 * itself. {@link org.sallyport.platform.http.filter.AllowedOrigins} is implemented by the clients.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http.filter;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
