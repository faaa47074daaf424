/**
 * The clients that are registered: their table, and what is derived from it.
 *
 * <p>{@link ClientsSection} brings the table to what the section {@code clients} says at each start
 * and reload, in one transaction, some hundred rows at a time. A client is enabled or disabled. One
 * that leaves the file is disabled, never deleted, and what it was given is void unless it returns
 * within the grace time; a start that would disable too many is refused.
 *
 * <p>{@link Clients} is what everybody else asks: it finds enabled clients, remembers them for a
 * second, and refuses for now one whose row this node cannot read. {@link ClientOrigins} keeps the
 * web origins of all clients for CORS and takes over only what has changed. {@link ClientKeys}
 * verifies and encrypts by a client's keys, {@link Sectors} and {@link SubjectIdentifiers} tell
 * under which subjects a client knows people.
 *
 * <p>It has no routes. Authentication of clients, every door that names a client, and the pages
 * that show one call it.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.registry;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
