/**
 * The account pages, on which people look after their account: {@code /account}, {@code
 * /account/password}, {@code /account/email}, {@code /account/sessions}, {@code
 * /account/applications} and {@code /account/data}; and {@code /.well-known/change-password}.
 *
 * <p>{@link AccountContext} is what they share. A page is shown to whoever is signed in; others are
 * sent to the sign-in page with a ticket of an {@code AccountVisit}, and come back. What could lock
 * a person out or give their data away needs a sign-in of at most five minutes ago (sudo mode). To
 * end sessions and to remove access needs none, because that only protects.
 *
 * <p>Each page is a bean that says what is shown and takes the form: {@link PasswordPage}, {@link
 * EmailPage}, {@link SessionsPage}, {@link ApplicationsPage}, {@link PersonalDataPage}. Buttons in
 * lists are plain HTML with the id of what they are about, so that a list that has changed
 * meanwhile cannot mislead them. {@code /account} itself begins with what {@link AttentionRules}
 * find in what is known anyway. After a change the browser is sent to the same page again, with
 * {@code ?done=…}. Beside each page is a service that reads and changes what belongs to the person
 * who is signed in, and never what does not.
 *
 * <p>Whatever changes is in the audit log. Nobody calls this package; it calls {@code session},
 * {@code grant}, {@code grant.consent}, {@code person} and {@code client.registry}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.account;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
