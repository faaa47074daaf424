package org.sallyport.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The form around a button of a page, filled in as a browser would send it. */
public final class Form {
  private final Answer page;
  private final String action;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Form(Answer page, Element button) {
    var form = button.closest("form");
    if (form == null) {
      throw new AssertionError("button without a form: " + page);
    }
    this.page = page;
    this.action = page.resolve(form.attr("action"));
    form.select("input[name]").stream().filter(Form::isSent).forEach(this::put);
    put(button);
  }

  /** The form that the button with this id sends. */
  public static Form of(Answer page, String button) {
    var found = page.page().getElementById(button);
    if (found == null) {
      throw new AssertionError("no button " + button + " on " + page);
    }
    return new Form(page, found);
  }

  /** Types a value. */
  public Form with(String field, String value) {
    if (!fields.containsKey(field)) {
      throw new AssertionError("no field " + field + " on " + page);
    }
    fields.put(field, value);
    return this;
  }

  /** Checks a box, or adds what no box of the page would send. */
  public Form checking(String field, String value) {
    fields.put(field, value);
    return this;
  }

  /** Leaves a field out, as an unchecked box is. */
  public Form without(String field) {
    fields.remove(field);
    return this;
  }

  /** Whether it would send this field. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Where it is sent. */
  public String action() {
    return action;
  }

  /** What it sends. */
  public String body() {
    return Http.form(fields);
  }

  /** Sends it, and follows redirects within the server. */
  public Answer press(Browser browser) {
    return browser.follow(browser.post(action, body()));
  }

  private void put(Element input) {
    if (input.hasAttr("name")) {
      var fallback = input.attr("type").equals("checkbox") ? "on" : "";
      fields.put(input.attr("name"), input.hasAttr("value") ? input.attr("value") : fallback);
    }
  }

  private static boolean isSent(Element input) {
    return switch (input.attr("type")) {
      case "checkbox", "radio" -> input.hasAttr("checked");
      case "submit", "button", "image" -> false;
      default -> true;
    };
  }
}
