package org.sallyport.grant.consent;

import java.time.Instant;
import org.sallyport.protocol.ClientId;

/**
 * That a client has tokens of a person now, by one grant or several.
 *
 * @param since when the first of these grants was made
 * @param lastUsedAt when the client last got tokens by one of them
 */
public record ApplicationUse(ClientId client, Instant since, Instant lastUsedAt) {}
