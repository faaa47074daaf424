/**
 * The page {@code /consent}, on which a person allows or denies what an application asks for
 * (OpenID Connect Core §3.1.2.4).
 *
 * <p>{@link ConsentPage} opens the request on hold from the ticket in its address. {@link
 * ConsentViews} finds what is to be decided and puts it into the language of the person: scopes by
 * {@link ConsentItems}, authorization details (RFC 9396) by {@link DetailsTexts}. Optional scopes
 * have checkboxes; sensitive ones begin unticked. Text of other parties is shown by {@link
 * PlainText}, without characters that hide or move anything.
 *
 * <p>A question is open, allowed or denied. {@link ConsentRecorder} writes the answer: an Allow is
 * remembered for this person and client, and scopes left unticked are remembered for this session;
 * a Deny is not stored. The answer is part of the ticket that leads back to {@code authorize},
 * which decides what follows. If the person has signed out or changed meanwhile, the page leads
 * back there too, without an answer. A request that was answered in another tab is not answered
 * again.
 *
 * <p>Whether anybody is asked at all is decided before: first-party clients and remembered consent
 * are in {@code interaction} and {@code grant}.
 *
 * <p>Browsers call it, led here by {@code authorize}. It calls {@code interaction}, {@code grant},
 * {@code client}, {@code resource} and {@code person}; no package calls it.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.consent;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
