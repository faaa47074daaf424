package org.sallyport.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Endpoint;

/**
 * GET /.well-known/change-password: leads password managers to the page on which a password is
 * changed (W3C, A Well-Known URL for Changing Passwords, §2).
 */
@Endpoint
@WebServlet("/.well-known/change-password")
public class ChangePasswordServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", settings.endpoint("/account/password"));
  }
}
