package org.sallyport.authorize;

import org.sallyport.grant.Choice;
import org.sallyport.interaction.Progress;
import org.sallyport.session.Session;

/**
 * The person at this browser.
 *
 * @param progress what they did for this request in this session
 * @param before what they chose for this client before
 */
record Visitor(Session session, Progress progress, Choice before) {}
