package org.sallyport.interaction;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sallyport.Beans;
import org.sallyport.platform.crypto.OneKey;

/** Tickets under a fixed key, at a fixed time. */
public final class TestTickets {
  private TestTickets() {}

  /** As they are sealed and opened at this time. */
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  public static Tickets at(Instant now) {
    var tickets = new Tickets();
    tickets.clock = Clock.fixed(now, ZoneOffset.UTC);
    tickets.seal = new OneKey();
    tickets.kinds =
        new Beans<>(List.of(new AuthorizationKind(), new LogoutKind(), new ApprovalKind()));
    return tickets;
  }
}
