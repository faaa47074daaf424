package org.sallyport.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.platform.audit.Audit;

/** Tells the audit log where the request came from. */
public class AddressFilter implements Step {
  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Audit.comesFrom(ClientAddress.of(request));
    try {
      chain.doFilter(request, response);
    } finally {
      Audit.comesFromNowhere();
    }
  }
}
