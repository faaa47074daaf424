package org.sallyport.platform.outgoing;

import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands around {@code @Transactional}, and asks other hosts when that has ended. */
@FetchesFirst
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class FetchesFirstInterceptor {
  // Keys, a request object, a sector, keys to encrypt to; and some again that ran out meanwhile.
  private static final int MOST = 8;

  @Inject Fetches fetches;

  /** Serves the request, anew after each host that had to be asked. */
  @AroundInvoke
  public Object serve(InvocationContext call) throws Exception {
    for (var times = 0; times < MOST; times++) {
      try {
        return call.proceed();
      } catch (FetchFirst wanted) {
        fetches.inTurn(wanted);
      }
    }
    throw TEMPORARILY_UNAVAILABLE.because(
        "other hosts were asked " + MOST + " times for this request: send it again");
  }
}
