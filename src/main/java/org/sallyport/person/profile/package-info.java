/**
 * What is said of a person: the username, the standard claims (OpenID Connect Core §5.1), the
 * groups.
 *
 * <p>{@link PersonDetails} reads them from an entry of the section {@code people} and checks each:
 * types, lengths, addresses. {@code docs/configuration.md} describes the keys. {@link Username} is
 * the one spelling in which a username is stored, looked up and counted, whatever a person types
 * (case, Unicode form).
 *
 * <p>{@link Claims} is the same for reading: it gives the claims that stand behind scopes such as
 * {@code profile} and {@code email}, or single ones that a request names. Claims are stored as JSON
 * text in the row of the person ({@link ClaimsJson}). {@link ClaimsMetadata} lists them in the
 * metadata.
 *
 * <p>Nothing here has a row or a state of its own; values are checked when they are made, and do
 * not change.
 *
 * <p>{@code person} holds these values and applies changes of the file. {@code token} (ID tokens),
 * {@code userinfo}, {@code authorize} and {@code consent} read claims, as far as the scopes of a
 * grant allow. It calls {@code platform.config} and {@code protocol}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.profile;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
