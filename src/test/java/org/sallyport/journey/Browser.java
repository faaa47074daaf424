package org.sallyport.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A browser without script: keeps cookies, shows pages, and follows redirects within the server.
 */
public final class Browser {
  private static final int MOST_REDIRECTS = 10;

  private Server server;
  private final Map<String, Cookie> jar = new LinkedHashMap<>();
  private final List<Cookie> seen = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** A browser that has never been anywhere. */
  public Browser(Server server) {
    this.server = server;
  }

  /** The server that it visits. */
  public Server server() {
    return server;
  }

  /** Goes to another node from now on, as behind a balancer, with all cookies. */
  public void moveTo(Server node) {
    server = node;
  }

  /** Sends this header with every request from now on. */
  public Browser sending(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** One request, no redirect followed. */
  public Answer get(String url) {
    return send(url, server.request(url).GET());
  }

  /** One form post, no redirect followed. */
  public Answer post(String url, String form) {
    return send(
        url,
        server
            .request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** One request of any method, no redirect followed; with a form, if there is something in it. */
  public Answer send(String method, String url, String form) {
    var body = form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form);
    return send(
        url,
        server
            .request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, body));
  }

  /** What a person sees at the end: a page, or the redirect that leads away from the server. */
  public Answer open(String url) {
    return follow(get(url));
  }

  /** Goes on from an answer until there is a page or the way leads elsewhere. */
  public Answer follow(Answer first) {
    var answer = first;
    for (var i = 0; staysHere(answer); i++) {
      if (i == MOST_REDIRECTS) {
        throw new AssertionError("redirects in a circle: " + answer);
      }
      answer = get(answer.location());
    }
    return answer;
  }

  /** All cookies that were ever set here. */
  public List<Cookie> cookiesSeen() {
    return List.copyOf(seen);
  }

  /** The cookies it would send now, by name. */
  public Map<String, String> cookies() {
    return jar.values().stream().collect(Collectors.toMap(Cookie::name, Cookie::value));
  }

  /** Puts a cookie in as an attacker or an extension might. */
  public void plant(String name, String value) {
    jar.put(name, new Cookie(name, value, Set.of()));
  }

  private boolean staysHere(Answer answer) {
    return answer.isRedirect() && (answer.location() + "/").startsWith(server.issuer() + "/");
  }

  private Answer send(String url, HttpRequest.Builder request) {
    headers.forEach(request::header);
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.values().stream()
              .map(c -> c.name() + "=" + c.value())
              .collect(Collectors.joining("; ")));
    }
    var answer = Http.send(url, request.build());
    answer.all("Set-Cookie").stream().map(Cookie::parse).forEach(this::keep);
    return answer;
  }

  private void keep(Cookie cookie) {
    seen.add(cookie);
    if (cookie.clears()) {
      jar.remove(cookie.name());
    } else {
      jar.put(cookie.name(), cookie);
    }
  }
}
