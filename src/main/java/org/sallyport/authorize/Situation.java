package org.sallyport.authorize;

import org.sallyport.grant.Choice;
import org.sallyport.interaction.Progress;
import org.sallyport.session.Session;

/**
 * How things stand between the person at this browser and the client.
 *
 * @param progress what the person did for this request in this session
 * @param before what the person chose for this client before
 */
record Situation(Session session, Progress progress, Choice before) {}
