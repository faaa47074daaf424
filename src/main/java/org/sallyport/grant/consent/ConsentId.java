package org.sallyport.grant.consent;

import java.io.Serializable;

/** Which consent: whose, to which client. */
record ConsentId(String subject, String client) implements Serializable {}
