package org.sallyport.interaction.page;

import java.time.Instant;
import org.sallyport.interaction.TestTickets;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.page.PageError;

/** The page of a request that has expired, of a test. */
public final class TestExpired {
  private TestExpired() {}

  /** What is shown to somebody who comes at this time with this ticket. */
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  public static PageError error(Instant now, String ticket) {
    var expired = new Expired();
    expired.tickets = TestTickets.at(now);
    expired.settings = TestSettings.standard();
    expired.audit = new Audit();
    var request = new TestRequest("GET", "/login").answering("getServletPath", "/login");
    return expired.error(request.request(), ticket);
  }
}
