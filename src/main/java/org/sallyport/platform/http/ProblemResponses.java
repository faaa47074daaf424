package org.sallyport.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.Faulted;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.page.ErrorPage;
import org.sallyport.platform.page.PageError;
import org.sallyport.protocol.ClientId;

/** Answers problems, each under a case number: as JSON to programs, as a page to people. */
@ApplicationScoped
public class ProblemResponses {
  private static final Set<Integer> WORDED = Set.of(400, 404, 405, 413, 414, 415, 421, 500, 503);

  private static final int LONGEST_PATH = 200;

  @Inject Audit audit;
  @Inject ErrorPage page;

  /** The answer of a JAX-RS endpoint. */
  Response response(HttpServletRequest request, Problem problem, CaseNumber number) {
    record(request, problem, number);
    var answer =
        Surface.of(request) == Surface.PAGE
            ? page.response(request, pageStatus(problem), pageError(request, problem, number))
            : Response.status(problem.status())
                .type("application/json")
                .header("Cache-Control", "no-store")
                .entity(json(problem, number));
    headers(request, problem).forEach(answer::header);
    return answer.build();
  }

  /** The answer of a filter or servlet. */
  public void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    send(request, response, problem, CaseNumber.next());
  }

  /** The answer of a filter or servlet, under a number that is known already. */
  public void send(
      HttpServletRequest request, HttpServletResponse response, Problem problem, CaseNumber number)
      throws IOException {
    record(request, problem, number);
    headers(request, problem).forEach(response::setHeader);
    if (Surface.of(request) == Surface.PAGE) {
      page.send(request, response, pageStatus(problem), pageError(request, problem, number));
      return;
    }
    response.setStatus(problem.status());
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().print(json(problem, number));
    response.flushBuffer();
  }

  private void record(HttpServletRequest request, Problem problem, CaseNumber number) {
    var path = told(RequestPath.of(request));
    var error = problem.error().code();
    var refusal =
        problem.isFault()
            ? new Faulted(number, path, problem.status(), error)
            : new RequestRefused(number, path, error, problem.refusal().logged(), client(request));
    if (Surface.of(request) == Surface.PAGE) {
      audit.recordShown(refusal);
    } else {
      audit.record(refusal);
    }
  }

  /** A path for the log: short, and without what no path of ours has, such as a parameter. */
  static String told(String path) {
    var plain = path.replaceFirst("(?s)[^A-Za-z0-9._~$@:/-].*", "...");
    return plain.length() <= LONGEST_PATH ? plain : plain.substring(0, LONGEST_PATH) + "...";
  }

  private static Optional<ClientId> client(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(ClientId.class.getName()))
        .map(ClientId.class::cast);
  }

  private static String json(Problem problem, CaseNumber number) {
    return Json.createObjectBuilder()
        .add("error", problem.error().code())
        .add("error_description", number.behind(problem.refusal().reason()))
        .build()
        .toString();
  }

  // To people a refusal in the terms of OAuth is a bad request, whatever programs would be told.
  private static int pageStatus(Problem problem) {
    return problem.status() == 401 || problem.status() == 403 ? 400 : problem.status();
  }

  private static PageError pageError(
      HttpServletRequest request, Problem problem, CaseNumber number) {
    var error = PageError.of(key(pageStatus(problem)), number);
    if (problem.isFault()) {
      return again(request).map(a -> error.withAction("error.again", a)).orElse(error);
    }
    return error.because(problem.refusal()).of(client(request));
  }

  // The same request, if it changes nothing; or the page whose form it was.
  private static Optional<String> again(HttpServletRequest request) {
    var address = request.getContextPath() + RequestPath.of(request);
    if ("GET".equals(request.getMethod())) {
      return Optional.of(
          address + Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse(""));
    }
    return ticket(request).map(ticket -> address + "?ticket=" + ticket);
  }

  // Of a form that was read before the fault; to ask for another would wait for its body here.
  private static Optional<String> ticket(HttpServletRequest request) {
    var read = RequestBodies.isFormRead(request);
    return Optional.ofNullable(read ? request.getParameter("ticket") : null)
        .filter(ticket -> ticket.matches("[A-Za-z0-9_.-]+"));
  }

  private static String key(int status) {
    if (WORDED.contains(status)) {
      return "error." + status;
    }
    return status >= 500 ? "error.500" : "error.400";
  }

  private static Map<String, String> headers(HttpServletRequest request, Problem problem) {
    var headers = new LinkedHashMap<>(problem.headers());
    Challenge.of(request, problem).ifPresent(c -> headers.put("WWW-Authenticate", c));
    return headers;
  }
}
