package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.person.DisabledReason;
import org.sallyport.person.Person;
import org.sallyport.person.signin.KnownDevices;
import org.sallyport.person.signin.KnownDevices.Owner;
import org.sallyport.person.signin.SignInAttempt;
import org.sallyport.person.signin.SignInVerdict;
import org.sallyport.person.signin.SignInVerdict.Refused;
import org.sallyport.person.signin.SignInVerdict.Throttled;
import org.sallyport.person.signin.SignIns;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent;
import org.sallyport.platform.audit.AuditEvent.SignInRefused;
import org.sallyport.platform.audit.AuditEvent.SignedIn;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.page.Cookies;
import org.sallyport.platform.ratelimit.ClientAddress;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.ProvenFactor;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;
import org.sallyport.session.Session;
import org.sallyport.session.Sessions;

/** Judges what was typed, and lets in whom it belongs to; the log has every try. */
@ApplicationScoped
class PasswordSignIn {
  private static final String DEVICE = "device";
  private static final Duration DEVICE_IS_KNOWN = Duration.ofDays(180);

  @Inject SignIns signIns;
  @Inject Sessions sessions;
  @Inject KnownDevices devices;
  @Inject Cookies cookies;
  @Inject SignInTraces traces;
  @Inject Audit audit;
  @Inject Clock clock;

  /** What is to be said of a try with this name and password. */
  SignInVerdict judge(HttpServletRequest request, SignInForm typed) {
    var device = cookies.read(request, DEVICE);
    var address = ClientAddress.of(request);
    return signIns.judge(new SignInAttempt(typed.username(), typed.password(), address, device));
  }

  /** Begins the session of a person whose password was right; the audit has it, or it is none. */
  @Transactional
  Session begin(
      HttpServletRequest request,
      HttpServletResponse response,
      Person person,
      Optional<ClientId> client) {
    var factors = SignInFactors.of(ProvenFactor.password(clock.instant()));
    var session = sessions.start(request, response, person.subject(), factors);
    traces.leave(request, response, person, cookies.read(request, DEVICE));
    var device = devices.remember(cookies.read(request, DEVICE), Owner.of(person));
    cookies.set(response, DEVICE, device, Optional.of(DEVICE_IS_KNOWN));
    var amr = String.join(" ", session.authentication().amr());
    audit.record(new SignedIn(person.subject(), session.id(), client, amr));
    return session;
  }

  /** Writes down a try that was judged and not let in; gives the number it has in the log. */
  CaseNumber refused(SignInVerdict verdict, Optional<ClientId> client) {
    if (verdict instanceof Throttled throttled) {
      return refused(throttled.account(), "throttled", client);
    }
    var refused = (Refused) verdict;
    var reason = refused.disabled().isPresent() ? "disabled" : "wrong";
    var why = refused.disabled().map(DisabledReason::toString);
    return refused(refused.account(), reason, why, client);
  }

  /** Writes down a try that was not judged at all; gives the number it has in the log. */
  CaseNumber refused(String reason, Optional<ClientId> client) {
    return refused(Optional.empty(), reason, client);
  }

  /** Writes down a try of this account that came to nothing; gives its number in the log. */
  CaseNumber refused(Optional<Subject> account, String reason, Optional<ClientId> client) {
    return refused(account, reason, Optional.empty(), client);
  }

  private CaseNumber refused(
      Optional<Subject> account, String reason, Optional<String> why, Optional<ClientId> client) {
    var number = CaseNumber.next();
    var known = account.map(Subject::value).orElse(AuditEvent.UNKNOWN);
    audit.recordShown(new SignInRefused(number, known, reason, why, client));
    return number;
  }
}
