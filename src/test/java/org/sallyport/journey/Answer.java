package org.sallyport.journey;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One HTTP answer, read as what it should be: JSON, a page, or a redirect. */
public record Answer(String url, int status, HttpHeaders headers, String body) {
  private static final Pattern CASE = Pattern.compile("[Cc]ase[= ]([0-9A-Z]{4}-[0-9A-Z]{4})");

  static Answer of(String url, HttpResponse<String> response) {
    return new Answer(url, response.statusCode(), response.headers(), response.body());
  }

  /** A header's one value, or nothing. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** All values of a header. */
  public List<String> all(String name) {
    return headers.allValues(name);
  }

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    try {
      return JSONObjectUtils.parse(body);
    } catch (ParseException e) {
      throw new AssertionError("not a JSON object: " + this, e);
    }
  }

  /** A text member of the JSON body. */
  public String text(String member) {
    return Optional.ofNullable(json().get(member)).map(Object::toString).orElse("");
  }

  /** The body as a page. */
  public Document page() {
    return Jsoup.parse(body);
  }

  /** Whether it sends the browser elsewhere. */
  public boolean isRedirect() {
    return status >= 300 && status < 400 && headers.firstValue("Location").isPresent();
  }

  /** Where it sends the browser, as an absolute URL. */
  public String location() {
    return headers
        .firstValue("Location")
        .map(this::resolve)
        .orElseThrow(() -> new AssertionError("no redirect: " + this));
  }

  /** What a reference in this answer points to. */
  public String resolve(String reference) {
    return URI.create(url).resolve(reference).toString();
  }

  /** The parameters of the redirect's query, each of which may stand once only. */
  public Map<String, String> returned() {
    return parameters(URI.create(location()).getRawQuery());
  }

  /** The case number it carries. */
  public String caseNumber() {
    var found =
        CASE.matcher(isRedirect() ? returned().getOrDefault("error_description", "") : body);
    if (!found.find()) {
      throw new AssertionError("no case number: " + this);
    }
    return found.group(1);
  }

  /** The parameters of a query or form body; a repeated one fails. */
  public static Map<String, String> parameters(String encoded) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : encoded == null ? new String[0] : encoded.split("&")) {
      var name = decode(pair.replaceFirst("=.*", ""));
      var value = pair.contains("=") ? decode(pair.replaceFirst("[^=]*=", "")) : "";
      if (values.put(name, value) != null) {
        throw new AssertionError("parameter " + name + " stands twice in " + encoded);
      }
    }
    return values;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return url + " " + status + " " + headers.map() + "\n" + body;
  }
}
