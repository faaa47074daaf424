package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.mtls.ClientCertificates;
import org.sallyport.platform.ratelimit.ClientAddress;

/**
 * Finds out where the request came from, and tells the audit log; keeps what a proxy says of the
 * sender's certificate.
 */
@Dependent
public class AddressFilter implements RequestFilter {
  @Inject Settings settings;
  @Inject ClientCertificates certificates;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    certificates.keep(request);
    Audit.comesFrom(ClientAddress.find(request, settings.operation()));
    try {
      chain.doFilter(request, response);
    } finally {
      Audit.comesFromNowhere();
    }
  }
}
