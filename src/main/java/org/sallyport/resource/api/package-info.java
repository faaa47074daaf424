/**
 * The APIs that take access tokens of this server, called resource servers (RFC 8707), and their
 * scopes.
 *
 * <p>An operator describes them in the section {@code resources} of the configuration file; {@link
 * ResourcesSection} takes it over at start, through {@link AppliedRows}, which serves any section
 * of this kind. An API is
 *
 * <ul>
 *   <li>there: it has a row; a change of its entry changes the row
 *   <li>departed: its entry is gone, so its row is deleted and its name noted ({@link Departures})
 *   <li>back within {@code configuration.leave-grace}: the API that it was
 *   <li>back later: a new API; a grant from before does not extend to it
 * </ul>
 *
 * <p>{@link ResourceServers} keeps in memory what was read in the last second, so that every node
 * sees a change within two. A scope belongs to one API, and so determines the audience of a token,
 * or is a standard scope of OpenID Connect ({@link StandardScopes}). {@link ScopeText} says how
 * people are asked for it. {@link ScopesMetadata} announces APIs and scopes.
 *
 * <p>There are no routes. Authorization requests, {@code consent}, {@code token} and {@code
 * introspection} call it, {@code client} checks registrations by it, and {@code jwt} reads how APIs
 * want tokens signed. It calls {@code platform} only.
 */
@NullMarked
@Floor(Floor.Level.CATALOGUE)
package org.sallyport.resource.api;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
