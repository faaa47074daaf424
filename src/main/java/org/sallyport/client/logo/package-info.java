/**
 * Logos of clients: fetched by this server, never by the browser of a person (OpenID Connect
 * Dynamic Client Registration 1.0 §9.1).
 *
 * <p>Route: {@code GET /logos/*} ({@link LogoServlet}); the address has the hash of the picture, so
 * caches keep it for good.
 *
 * <p>A row for each client that has a {@code logo_uri} says where its logo comes from, and has the
 * picture once it is there ({@link ClientLogoRows}). {@link LogoTimer} has {@link LogoRounds} look
 * once a minute for clients that have changed and for rows that are due. One node claims a row,
 * asks the other host by {@code platform.outgoing} while no transaction runs, has {@code
 * platform.image} make a small PNG of what came, and keeps that. A try that failed is made again
 * after a minute, ten minutes, an hour, six hours and then once a day; the log tells of the first.
 * A logo that was fetched is fetched again only when {@code logo_uri} changes.
 *
 * <p>The pages {@code login} and {@code consent} ask {@link ClientLogos} for the address.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.logo;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
