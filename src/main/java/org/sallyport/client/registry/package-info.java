/**
 * The registered clients: a row each, and what is found by it.
 *
 * <p>{@link Clients} finds a client by its {@code client_id}. A change is seen within two seconds
 * on every node. {@link ClientsSection} brings the table to what the configuration file says;
 * {@link ClientTakeover} does it 200 entries at a time.
 *
 * <p>A client is
 *
 * <ul>
 *   <li>enabled: may act
 *   <li>disabled: by the file; no request of it is accepted, and what it was given before is void
 *   <li>gone from the file: disabled too; if it is back within {@code configuration.leave-grace},
 *       what it was given is valid again
 *   <li>unreadable: a newer version wrote its row; this node refuses it for now
 * </ul>
 *
 * <p>A row is never deleted, so that a {@code client_id} is not handed on unnoticed. A file that
 * disables too many at once is refused.
 *
 * <p>Also here: its keys to verify and encrypt ({@link ClientKeys}), pairwise subjects ({@link
 * SubjectIdentifiers}, {@link Sectors}), the web origins of all clients for CORS ({@link
 * ClientOrigins}), and contacts for error pages ({@link RegisteredContacts}).
 *
 * <p>Every endpoint and page reads clients from here; only the section changes them. It calls
 * {@code client.registration}, {@code platform.jose} and {@code platform.outgoing}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.registry;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
