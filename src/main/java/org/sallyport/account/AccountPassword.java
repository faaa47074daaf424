package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.grant.AccessEnds;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.person.NewPasswords;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.protocol.ProvenFactor;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.session.Sessions;

/** Changes the password of the person who is signed in. */
@ApplicationScoped
class AccountPassword {
  @Inject NewPasswords passwords;
  @Inject PersonMails mails;
  @Inject Sessions sessions;
  @Inject AccessEnds access;
  @Inject Clock clock;

  /** Keeps the password, and tells its owner by mail; says why not, if it is not taken. */
  Optional<PasswordRefusal> choose(CurrentUser user, Password password, Locale spoken) {
    return passwords.choose(
        user.person().subject(),
        user.person().credentialsChangedAt(),
        password,
        owner -> {
          access.endAll(owner.subject(), Optional.of(user.session().id()));
          mails.tellOfPasswordChange(owner, spoken);
          return true;
        });
  }

  /** Begins the session of this browser anew, since all from before the change are void. */
  void begin(HttpServletRequest request, HttpServletResponse response, Person person) {
    var factors = SignInFactors.of(ProvenFactor.password(clock.instant()));
    sessions.start(request, response, person.subject(), factors);
  }
}
