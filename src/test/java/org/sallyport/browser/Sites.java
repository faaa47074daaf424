package org.sallyport.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sites of applications, as one page reaches them. Each address at {@code *.test} sends the
 * browser on to another one, but for {@code https://end.test/}, where the way ends.
 */
final class Sites {
  /** Where the way ends, at another origin than any client's. */
  static final String END = "https://end.test/";

  private final CDPSession session;
  private final String next;
  private final List<String> visits = new CopyOnWriteArrayList<>();

  private Sites(CDPSession session, String next) {
    this.session = session;
    this.next = next;
  }

  /** All of them, which send this page on to the next address. */
  static Sites of(Page page, String next) {
    var session = page.context().newCDPSession(page);
    var sites = new Sites(session, next);
    session.on("Fetch.requestPaused", sites::answer);
    session.send(
        "Fetch.enable", object("patterns", array(object("urlPattern", "https://*.test/*"))));
    return sites;
  }

  /** Each address that was asked for. */
  List<String> visits() {
    return List.copyOf(visits);
  }

  private void answer(JsonObject paused) {
    var url = paused.getAsJsonObject("request").get("url").getAsString();
    visits.add(url);
    var answer = object("requestId", paused.get("requestId"));
    var isEnd = url.startsWith(END);
    var header = isEnd ? header("Content-Type", "text/html") : header("Location", next);
    answer.addProperty("responseCode", isEnd ? 200 : 302);
    answer.add("responseHeaders", array(header));
    answer.addProperty(
        "body",
        isEnd ? base64("<!doctype html><link rel=icon href=data:,><title>landed</title>") : "");
    session.send("Fetch.fulfillRequest", answer);
  }

  private static JsonObject header(String name, String value) {
    var header = object("name", name);
    header.addProperty("value", value);
    return header;
  }

  private static JsonObject object(String name, String value) {
    var object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }

  private static JsonObject object(String name, JsonElement value) {
    var object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonArray array(JsonObject only) {
    var array = new JsonArray();
    array.add(only);
    return array;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
