/**
 * What is said of a person: the username, the standard claims (OpenID Connect Core §5.1), the
 * groups.
 *
 * <p>{@link org.sallyport.person.profile.PersonDetails} reads them from an entry of the section
 * {@code people} and checks each: forms, lengths, spellings. {@link
 * org.sallyport.person.profile.Username} is the one spelling by which a username is kept, looked up
 * and counted, whatever its owner types.
 *
 * <p>{@link org.sallyport.person.profile.Claims} are the same for reading: the token endpoint, the
 * userinfo endpoint and introspection take from them what the scopes of a grant allow. The claims
 * are kept as one text of JSON in the row of the person. {@link
 * org.sallyport.person.profile.ClaimsMetadata} lists them in the metadata.
 *
 * <p>No rows and no state are kept here.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.profile;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
