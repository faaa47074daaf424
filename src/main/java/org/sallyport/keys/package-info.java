/**
 * The server's own keys: made at the first start, kept in the database under the master key,
 * rotated by time.
 *
 * <p>There is a series of keys for each signing algorithm, for each encryption algorithm, and for
 * each purpose of a secret ({@link KeySeries}). A key of a series is
 *
 * <ul>
 *   <li>announced: known to every node, in the JWK set if it has a public half, not used yet
 *       ({@code keys.announce})
 *   <li>active: signs, or seals ({@code keys.rotate})
 *   <li>retiring: verifies and opens only ({@code keys.retire})
 *   <li>removed: unknown; the sweeper deletes its row a day later
 * </ul>
 *
 * <p>Time alone changes the state, so all nodes change at the same instant. {@link KeyTimer} has
 * {@link LiveKeys} read the rows, and add keys that are due, every second. A lock on a row of the
 * table {@code lease} lets one node at a time add keys. The setting {@code keys.rotate-at-once}
 * voids keys that have leaked. The secret for pairwise subjects never rotates.
 *
 * <p>{@code jwt} signs and verifies by {@link SigningKeys}; {@code request} decrypts request
 * objects by {@link DecryptionKeys}; {@code discovery} serves {@link PublishedKeys}. All who
 * authenticate or seal use {@link ServerSecrets} through the interfaces of {@code platform.crypto}.
 */
@NullMarked
@Floor(Floor.Level.CATALOGUE)
package org.sallyport.keys;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
