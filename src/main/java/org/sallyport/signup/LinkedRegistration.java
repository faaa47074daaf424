package org.sallyport.signup;

import static org.sallyport.person.link.LinkPurpose.REGISTRATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.person.NewAccount;
import org.sallyport.person.SelfRegistration;
import org.sallyport.person.SelfRegistration.Outcome;
import org.sallyport.person.credential.Password;
import org.sallyport.person.link.LiveLink;
import org.sallyport.person.link.MailLinks;
import org.sallyport.platform.transaction.Transactions;

/**
 * The account of somebody who has a link of a mail. Link and account come together or not at all,
 * and nobody is signed in.
 */
@ApplicationScoped
class LinkedRegistration {
  @Inject MailLinks links;
  @Inject SelfRegistration registration;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** What is kept with this link, if it is live. */
  Optional<RegistrationKept> find(String token) {
    return transactions.inNew(
        () -> links.find(REGISTRATION, token, clock.instant()).flatMap(LinkedRegistration::kept));
  }

  private static Optional<RegistrationKept> kept(LiveLink link) {
    return link.to().map(address -> RegistrationKept.read(address, link.payload()));
  }

  /** Makes the account and uses the link up. */
  Outcome join(String token, NewAccount account, Password password) {
    return registration.join(
        account, password, () -> links.use(REGISTRATION, token, clock.instant()));
  }
}
