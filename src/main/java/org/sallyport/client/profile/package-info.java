/**
 * The rules of security profiles: OAuth 2.1, FAPI 1.0 Advanced, FAPI 2.0 Security and Message
 * Signing.
 *
 * <p>A {@link SecurityProfile} is a list of rules for each of four places: when the client is
 * registered, when its authorization request arrives, when it asks for a token, and when it proves
 * possession of a key. A rule has its section, a sentence for the developer of the client and a
 * test of a few facts; the first that fails is the refusal. What this server does for everybody is
 * not repeated as a rule.
 *
 * <p>The lists stand in {@link Fapi1} and {@link Fapi2}, by the numbers of the specifications, to
 * be read beside them. Registration, authorization requests, the token endpoint, pushed requests
 * and userinfo ask by {@link SecurityProfile#of}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.profile;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
