package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.ClusterLock;

/** Sees to it that no two people verify the same address, on whichever nodes. */
@ApplicationScoped
public class VerifiedAddresses {
  private static final String TURN = "verified addresses";

  @Inject People people;
  @Inject ClusterLock lock;

  /** Whether a person may verify an address, as it stands now. */
  public boolean isFree(Person person, MailAddress address) {
    return !people.isTaken(person, address);
  }

  /**
   * Whether nobody has verified an address that somebody new has, or signs in by it; and nobody
   * verifies any until the transaction of the caller ends.
   */
  boolean take(MailAddress address) {
    lock.hold(TURN);
    return people.isFree(address);
  }

  /**
   * The same, and nobody else verifies any until the transaction of the caller ends. Whoever calls
   * it has locked the person already.
   */
  public boolean take(Person person, MailAddress address) {
    lock.hold(TURN);
    return isFree(person, address);
  }
}
