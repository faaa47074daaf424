/**
 * Random secrets, hashes, and what is authenticated or encrypted under keys of the server.
 *
 * <ul>
 *   <li>{@link Secrets} makes random values; {@link Sha256} hashes those that have 256 random bits.
 *       Passwords are hashed elsewhere: see {@code person.credential}.
 *   <li>{@link Mac} authenticates (HMAC-SHA256); {@link Seal} encrypts and authenticates
 *       (AES-256-GCM, a new key for each message).
 *   <li>{@link ServerMac} and {@link ServerSeal} do so under the server's own secrets, which
 *       rotate. {@link Purpose} says what for; what is made for one purpose is invalid for another.
 *       {@code keys} implements them.
 *   <li>{@link MasterKey} seals those keys in the database. It comes from the setting {@code
 *       keys.master-key}, from a file, or, beside the embedded database only, from a file made at
 *       the first start ({@link MasterKeySource}). It is never in the database.
 *   <li>{@link SignatureProvider} chooses who computes signatures: the native library of Amazon
 *       Corretto where it loads, else the JDK.
 *   <li>{@link Deflated} compresses text for addresses, within bounds.
 * </ul>
 *
 * <p>Nothing is stored here. {@code keys} calls the lower parts; {@code grant}, {@code
 * interaction}, {@code dpop}, {@code client}, {@code person} and {@code session} call the rest.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
