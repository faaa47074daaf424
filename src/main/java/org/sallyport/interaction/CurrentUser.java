package org.sallyport.interaction;

import org.sallyport.person.Person;
import org.sallyport.session.Session;

/** The person who is signed in with a browser. */
public record CurrentUser(Session session, Person person) {}
