package org.sallyport.authorize;

import org.sallyport.grant.consent.RememberedConsent;
import org.sallyport.interaction.Progress;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Subject;
import org.sallyport.session.Session;

/**
 * How things stand between the person at this browser and the client.
 *
 * @param subject the person, as this client knows them
 * @param progress what the person did for this request in this session
 * @param before what the person chose for this client before
 * @param unknown scopes of which nothing is known of the person, so that they would tell nothing
 */
record UserContext(
    Session session,
    Subject subject,
    Progress progress,
    RememberedConsent before,
    Scopes unknown) {}
