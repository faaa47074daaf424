package org.sallyport.session;

import java.time.Instant;

/** What a sign-in leaves behind, by which its owner can recognise the session later. */
public record BrowserTrace(Instant at, String userAgent, String address) {}
