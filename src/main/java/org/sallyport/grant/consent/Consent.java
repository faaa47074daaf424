package org.sallyport.grant.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Subject;

/**
 * What a person allowed a client, remembered so that it is asked once; the row changes only through
 * the conditional update of {@link Consents}.
 */
@Entity
@IdClass(ConsentId.class)
public class Consent {
  @Id private String subject;

  @Id
  @Column(name = "client_id")
  private String client;

  private Scopes scopes;
  private Scopes declined;

  @Column(name = "given_at")
  private Instant givenAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Consent() {}

  public Subject subject() {
    return new Subject(subject);
  }

  public ClientId client() {
    return new ClientId(client);
  }

  public Scopes scopes() {
    return scopes;
  }

  /** The scopes that the person last chose not to give, in whichever session. */
  public Scopes declined() {
    return declined;
  }

  /** What was allowed and what was not. */
  public ConsentChoice choice() {
    return new ConsentChoice(scopes, declined);
  }

  public Instant givenAt() {
    return givenAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
