/**
 * The APIs that take access tokens of this server, called resource servers (RFC 8707), and their
 * scopes.
 *
 * <p>An operator describes them in the section {@code resources} of the configuration file. {@link
 * ResourcesSection} takes it over at each start and each reload: an API that is new gets a row, one
 * that has changed is written again, one that is gone is deleted and noted as a departed entry. An
 * API that comes back within the grace time is what it was; later it is a new one, and what was
 * allowed before does not speak of it. {@link AppliedRows} does this for any section of this kind.
 *
 * <p>{@link ResourceServers} answers from memory what was read in the last second, so that every
 * node sees a change within two. A scope belongs to one API, which so tells the audience of a
 * token, or is a standard scope of OpenID Connect ({@link StandardScopes}). {@link ScopesMetadata}
 * announces both.
 *
 * <p>It has no routes. Authorization requests, the consent page, the token endpoint and
 * introspection ask it; registrations of clients are checked against it.
 */
@NullMarked
@Floor(Floor.Level.CATALOGUE)
package org.sallyport.resource.api;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
