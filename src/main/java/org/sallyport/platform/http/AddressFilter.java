package org.sallyport.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.Settings;

/** Finds out where the request came from, and tells the audit log. */
public class AddressFilter implements Step {
  @Inject Settings settings;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Audit.comesFrom(ClientAddress.find(request, settings.operation()));
    try {
      chain.doFilter(request, response);
    } finally {
      Audit.comesFromNowhere();
    }
  }
}
