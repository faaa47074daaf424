/**
 * Sallyport: an OAuth 2.1 authorization server and OpenID provider, one WAR for Jakarta EE 10.
 *
 * <p>The server calls {@link Startup} when it deploys and undeploys the application. It reads the
 * settings, runs the start steps in the order of their stages (database, time, keys, configuration
 * file, keys of registered clients, background), and ends them in reverse. {@link Endpoints} is the
 * JAX-RS application; its resources are below {@code /oauth2}. Pages and servlets have paths of
 * their own.
 *
 * <p>A node is starting, ready or stopping. A step that fails keeps it from being ready: the log
 * says in one line what to correct. A stopping node gives running requests eight seconds.
 *
 * <p>{@link Floor} names the floors of the packages. A package imports lower floors only:
 *
 * <ul>
 *   <li>roof: this package, {@code command}, {@code launcher}
 *   <li>doors: a package for each endpoint or page, such as {@code token} or {@code login}
 *   <li>below them: requests, flows such as {@code grant}, parties such as {@code client}, the
 *       catalogue with {@code resource} and {@code keys}, the platform, and the words of the
 *       specifications
 * </ul>
 *
 * <p>{@code docs/architecture.md} has the tree, the journeys of requests, and a glossary: where to
 * find rate limits, lockout, step-up, tenants and locks.
 */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport;

import org.jspecify.annotations.NullMarked;
