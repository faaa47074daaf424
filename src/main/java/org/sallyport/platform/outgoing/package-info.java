/**
 * Requests from this server to other hosts: key sets, request objects, sector documents and logos,
 * at addresses that clients name.
 *
 * <p>{@link OutgoingRequests} is the only way out by HTTP. It protects against server-side request
 * forgery (SSRF): {@code https} and public addresses only, except for the hosts in {@code
 * outgoing.allowed-hosts} ({@link Destinations}, {@link PublicAddress}); no redirects; the address
 * that was checked is the one connected to; answers of 64 KiB at most, and logos of 256 KiB.
 *
 * <p>Nobody waits long. One request to us waits three seconds in all for other hosts ({@link
 * OutgoingTimeBudget}). At most 16 requests wait at once, and 8 for one host; others are refused as
 * {@code temporarily_unavailable} ({@link Fetches}).
 *
 * <p>Nobody waits while a transaction runs, since it holds a connection to the database. An
 * endpoint with a transaction is annotated {@link FetchesFirst}: if another host has to be asked,
 * its transaction is undone, the host is asked, and the request is served again. What was fetched
 * has to be kept in memory for that.
 *
 * <p>{@code platform.jose} fetches keys, {@code request} request objects, {@code client} sector
 * documents. The endpoints have the annotation. Nothing is stored here. It calls {@code
 * platform.runtime} for threads and queues.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.outgoing;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
