package org.sallyport.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.sallyport.platform.page.ErrorPage;
import org.sallyport.platform.page.Languages;
import org.sallyport.platform.page.SealedErrors;

/** Shows an error page again in the language that the person switched to. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Languages languages;
  @Inject transient SealedErrors sealed;
  @Inject transient ErrorPage page;
  @Inject transient ProblemResponses answers;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var language = Optional.ofNullable(request.getParameter("lang"));
    language.ifPresent(tag -> languages.switchTo(request, response, tag));
    var shown = Optional.ofNullable(request.getParameter("page")).flatMap(sealed::open);
    if (shown.isPresent()) {
      page.send(request, response, shown.get());
    } else {
      answers.send(request, response, Problem.of(400, "page was not made by this server"));
    }
  }
}
