package org.sallyport.journey;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests over HTTP/1.1 that follow no redirect and keep no cookie of their own accord. */
public final class Http {
  private static final HttpClient CLIENT = builder().build();

  private static final class Secure {
    static final HttpClient CLIENT = builder().sslContext(Identity.shared().trusting()).build();
  }

  private Http() {}

  /** The answer to a request to a public URL; a request without an answer is a failed test. */
  public static Answer send(String url, HttpRequest request) {
    try {
      return Answer.of(url, client(request).send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static HttpClient client(HttpRequest request) {
    return "https".equals(request.uri().getScheme()) ? Secure.CLIENT : CLIENT;
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(5));
  }

  /** Parameters in {@code application/x-www-form-urlencoded}, one pair each. */
  public static String form(List<Map.Entry<String, String>> parameters) {
    return parameters.stream()
        .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Parameters in {@code application/x-www-form-urlencoded}. */
  public static String form(Map<String, String> parameters) {
    return form(List.copyOf(parameters.entrySet()));
  }

  /** One value, encoded. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
