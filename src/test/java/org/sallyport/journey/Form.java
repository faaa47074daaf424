package org.sallyport.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The form around a button of a page, filled in as a browser would send it. */
public final class Form {
  private final Answer page;
  private final String action;
  private final List<Element> boxes;
  private final List<Map.Entry<String, String>> fields = new ArrayList<>();

  private Form(Answer page, Element button) {
    var owner = button.attr("form");
    var form = owner.isEmpty() ? button.closest("form") : page.page().getElementById(owner);
    if (form == null) {
      throw new AssertionError("button without a form: " + page);
    }
    this.page = page;
    this.action = page.resolve(form.attr("action"));
    this.boxes = form.select("input[type=checkbox][name]");
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

  /** Types a value into a field that is there. */
  public Form with(String field, String value) {
    var at = names().indexOf(field);
    if (at < 0) {
      throw new AssertionError("no field " + field + " on " + page);
    }
    fields.set(at, Map.entry(field, value));
    return this;
  }

  /** Types a new password into both fields. */
  public Form withNewPassword(String password) {
    return with("new-password", password).with("repeated", password);
  }

  /** Checks a box, or adds what no box of the page would send. */
  public Form checking(String field, String value) {
    var box = Map.entry(field, value);
    if (!fields.contains(box)) {
      fields.add(box);
    }
    return this;
  }

  /** Checks all boxes. */
  public Form checkingAll() {
    boxes.forEach(box -> checking(box.attr("name"), box.attr("value")));
    return this;
  }

  /** Leaves a box unchecked. */
  public Form unchecking(String field, String value) {
    if (!fields.remove(Map.entry(field, value))) {
      throw new AssertionError("no checked box " + field + " " + value + " on " + page);
    }
    return this;
  }

  /** Leaves a field out. */
  public Form without(String field) {
    fields.removeIf(f -> f.getKey().equals(field));
    return this;
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

  private List<String> names() {
    return fields.stream().map(Map.Entry::getKey).toList();
  }

  private void put(Element input) {
    if (input.hasAttr("name")) {
      var fallback = input.attr("type").equals("checkbox") ? "on" : "";
      var value = input.hasAttr("value") ? input.attr("value") : fallback;
      fields.add(Map.entry(input.attr("name"), value));
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
