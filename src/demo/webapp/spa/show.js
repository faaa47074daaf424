// How things look on the page. Text is only ever set as text.

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** Names and values, the values as code. */
export function facts(pairs) {
  const list = element("dl", { class: "facts" });
  for (const [name, value] of pairs) {
    list.append(element("dt", {}, element("code", {}, name)), element("dd", {}, element("code", {}, String(value))));
  }
  return list;
}

/** A sentence that says how it went. */
export function verdict(good, sentence) {
  return element("p", { class: good ? "verdict" : "verdict refused" }, sentence);
}

/** Preformatted text that the keyboard can scroll. */
export function block(label, ...content) {
  return element("pre", { tabindex: "0", role: "region", "aria-label": label }, ...content);
}

/** JSON, indented, long texts shortened in the middle. */
export function json(label, value) {
  const short = (_, v) => (typeof v === "string" && v.length > 80 ? `${v.slice(0, 36)}…${v.slice(-12)}` : v);
  return block(label, JSON.stringify(value, short, 2));
}

/** A signed token: its three parts, then what the first two say. */
export function token(title, jwt) {
  const parts = jwt.split(".");
  const coloured = element("code", { class: "token" });
  parts.forEach((part, i) => coloured.append(element("span", {}, part), i < 2 ? "." : ""));
  return [
    element("h3", {}, title),
    block(`${title}, as it travels`, coloured),
    json(`${title}, header`, decode(parts[0])),
    json(`${title}, claims`, decode(parts[1])),
  ];
}

/** A request and its answer. */
export function exchange({ method, url, form, status, body }) {
  const asked = [element("h3", {}, `${method} ${new URL(url, location).pathname}`)];
  if (form) {
    asked.push(facts([...new URLSearchParams(form)].map(([k, v]) => [k, shorten(v)])));
  }
  return [...asked, element("h3", {}, `Answer: ${status}`), json("Answer", body)];
}

/** One part of a token, opened. */
export function decode(part) {
  const bytes = Uint8Array.from(atob(part.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function shorten(value) {
  return value.length > 100 ? `${value.slice(0, 48)}…${value.slice(-12)}` : value;
}
