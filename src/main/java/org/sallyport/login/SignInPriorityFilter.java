package org.sallyport.login;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.sallyport.person.credential.PasswordHashing;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.RequestedEndpoint;
import org.sallyport.platform.runtime.AdmissionGate;

/**
 * Lets what applications ask for give way while people wait for their passwords to be checked: then
 * it is done by no more threads at once than there are processors. Else the few that hash would get
 * as little of these as any of a hundred others, and a crowd that signs in would wait in vain while
 * those of it who are through already are served.
 */
public class SignInPriorityFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  // A crowd may not hold up anybody for longer, nor with it what holds a place without working.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  @Inject transient PasswordHashing hashing;

  private final transient AdmissionGate places;
  private final Duration longestWait;

  /** As many at once as this machine has processors. */
  public SignInPriorityFilter() {
    this(Runtime.getRuntime().availableProcessors(), LONGEST_WAIT);
  }

  SignInPriorityFilter(int atOnce, Duration longestWait) {
    places = new AdmissionGate(atOnce);
    this.longestWait = longestWait;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!mustGiveWay(request) || !places.enter(longestWait)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.leave();
    }
  }

  private boolean mustGiveWay(HttpServletRequest request) {
    return RequestedEndpoint.has(request, Endpoint::givesWay)
        && hashing.isAwaited()
        && hashing.isBearable(places.waiting());
  }
}
