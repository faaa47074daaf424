package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.sallyport.platform.http.RequestPath;
import org.sallyport.platform.runtime.GracefulShutdown;

/** Counts every request, and how it was answered. */
@Dependent
public class CountFilter implements RequestFilter {
  @Inject Traffic traffic;
  @Inject ServedPaths served;
  @Inject GracefulShutdown stopping;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var start = System.nanoTime();
    // What is thrown past us is answered by the error page, with this status or one like it.
    var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    served.mark(request);
    stopping.enter();
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      stopping.leave();
      var took = Duration.ofNanos(System.nanoTime() - start);
      traffic.answered(RequestPath.of(request), status, took);
    }
  }
}
