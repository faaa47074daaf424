package org.sallyport.platform.audit;

import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * What the audit log tells: each record is one kind of line, each component one {@code name=value};
 * none is ever a secret. The address of the browser or client is added by {@link Audit}.
 */
public sealed interface AuditEvent {
  /** Whoever is no person of this server. */
  String UNKNOWN = "unknown";

  /** The kind of refusal or ending, of which there are few; empty where there is but one. */
  default String kind() {
    return "";
  }

  /** The person whom it is about, where no component of the record is a {@link Subject}. */
  default Optional<Subject> person() {
    return Optional.empty();
  }

  /** Who did it, if neither the person nor the client that it names. */
  default Optional<String> actor() {
    return Optional.empty();
  }

  /**
   * Whether it is stored as a row of its own. What the row of a grant tells is not, since grants
   * are what requests are most often about; nor are tokens of clients, which are in the log alone.
   */
  default boolean hasOwnRow() {
    return true;
  }

  /** Something that was done. */
  sealed interface Deed extends AuditEvent {}

  /** Something that was not. */
  sealed interface Refusal extends AuditEvent {}

  /** A person signed in. */
  record SignedIn(Subject subject, SessionId session, Optional<ClientId> client, String amr)
      implements Deed {}

  /**
   * A person did not; {@code account} is the subject or {@code unknown}, never what was typed, and
   * {@code why} says more of the reason {@code disabled}.
   */
  record SignInRefused(
      CaseNumber number,
      String account,
      String reason,
      Optional<String> why,
      Optional<ClientId> client)
      implements Refusal {
    /** A refusal whose reason says all. */
    public SignInRefused(
        CaseNumber number, String account, String reason, Optional<ClientId> client) {
      this(number, account, reason, Optional.empty(), client);
    }

    @Override
    public String kind() {
      return reason;
    }

    @Override
    public Optional<Subject> person() {
      return account.equals(UNKNOWN) ? Optional.empty() : Optional.of(new Subject(account));
    }
  }

  /** A person chose another password. */
  record PasswordChanged(Subject subject) implements Deed {}

  /** A person was sent a link to choose a new password. */
  record ResetRequested(Subject subject) implements Deed {}

  /** A person was sent a link to choose their first password. */
  record PersonInvited(Subject subject) implements Deed {}

  /** A person chose another language or time zone. */
  record PreferencesChanged(Subject subject) implements Deed {}

  /** A person deleted their account. */
  record AccountDeleted(Subject subject) implements Deed {}

  /** A person was sent a link to confirm an address: the one they have, or another one. */
  record EmailLinkSent(Subject subject, String purpose) implements Deed {
    @Override
    public String kind() {
      return purpose;
    }
  }

  /** A person has shown that they read the mail of their address. */
  record EmailVerified(Subject subject) implements Deed {}

  /** A person has another address, whose mail they read. */
  record EmailChanged(Subject subject) implements Deed {}

  /** The owner of the address before said that it was not them who changed it. */
  record EmailRestored(Subject subject) implements Deed {}

  /** A person has registered an account. */
  record PersonRegistered(Subject subject) implements Deed {}

  /** A session ended. */
  record SignedOut(Subject subject, SessionId session, String reason) implements Deed {
    @Override
    public String kind() {
      return reason;
    }
  }

  /** A person allowed. */
  record ConsentGiven(Subject subject, ClientId client, Scopes scopes) implements Deed {}

  /** A person did not allow. */
  record ConsentDenied(Subject subject, ClientId client, Scopes scopes) implements Deed {}

  /** A person took back what they had allowed. */
  record ConsentWithdrawn(Subject subject, ClientId client) implements Deed {}

  /** A code went out. */
  record GrantIssued(GrantId grant, Subject subject, ClientId client, Scopes scopes)
      implements Deed {
    @Override
    public boolean hasOwnRow() {
      return false;
    }
  }

  /** A code came back. */
  record GrantRedeemed(GrantId grant, Subject subject, ClientId client) implements Deed {
    @Override
    public boolean hasOwnRow() {
      return false;
    }
  }

  /** A refresh token came back. */
  record GrantRefreshed(GrantId grant, ClientId client, int generation) implements Deed {
    @Override
    public boolean hasOwnRow() {
      return false;
    }
  }

  /** A grant ended before its time. */
  record GrantEnded(GrantId grant, Subject subject, ClientId client, String reason)
      implements Deed {
    @Override
    public String kind() {
      return reason;
    }
  }

  /** A client got a token for itself. */
  record ClientTokenIssued(ClientId client, Scopes scopes) implements Deed {
    @Override
    public boolean hasOwnRow() {
      return false;
    }
  }

  /** A client gave a token up; {@code subject} is the person of its grant. */
  record TokenRevoked(Optional<Subject> subject, ClientId client, String token) implements Deed {}

  /** A client did not prove who it is. */
  record ClientRefused(CaseNumber number, Optional<ClientId> client, String reason)
      implements Refusal {}

  /** A request was refused. */
  record RequestRefused(
      CaseNumber number, String endpoint, String error, String reason, Optional<ClientId> client)
      implements Refusal {
    @Override
    public String kind() {
      return error;
    }
  }

  /** Something broke; the log has the stack trace under the same number. */
  record Faulted(CaseNumber number, String endpoint, int status, String fault) implements Refusal {
    @Override
    public String kind() {
      return fault;
    }
  }

  /** A key was made, or changed its stage. */
  record KeyChanged(String key, String purpose, String stage) implements Deed {}

  /** What the configuration did. */
  sealed interface OfConfiguration extends Deed {
    @Override
    default Optional<String> actor() {
      return Optional.of("configuration");
    }
  }

  /** A person joined, left, was enabled or disabled, or is described otherwise. */
  record PersonChanged(Subject subject, String change) implements OfConfiguration {
    @Override
    public String kind() {
      return change;
    }
  }

  /** A person got another credential of this kind. */
  record CredentialAssigned(Subject subject, String credential) implements OfConfiguration {}

  /** A client joined, left, was enabled or disabled, or is registered otherwise. */
  record ClientChanged(ClientId client, String change) implements OfConfiguration {
    @Override
    public String kind() {
      return change;
    }
  }

  /** A start found another value of a setting than the start before. */
  record SettingChanged(String setting) implements OfConfiguration {}
}
