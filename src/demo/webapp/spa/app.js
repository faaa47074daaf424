// The walk through a sign-in: one function a step.
import { User } from "./lib/oidc-client-ts.js";
import { connect } from "./client.js";
import { element, exchange, facts, json, token, verdict } from "./show.js";
import { watchTokenRequests } from "./watch.js";

const STEPS = ["make", "send", "sign-in", "return", "trade", "read", "call", "stay", "leave"];
const { issuer, api, steps, user } = await connect();
const asked = [];
watchTokenRequests((request) => asked.push(request));

let request;
let tokens;
let calls = 0;

/** Shows what a step has seen, in place of what it showed before. */
function see(step, ...content) {
  document.querySelector(`#${step} .seen`).replaceChildren(...content.flat());
}

/** Marks the steps before this one as done, and opens the buttons of those named. */
function reach(step, ...open) {
  const now = STEPS.indexOf(step);
  STEPS.forEach((name, i) => {
    document.getElementById(name).className = i < now ? "done" : i === now ? "now" : "";
    document.querySelectorAll(`#${name} button`).forEach((b) => (b.disabled = !(name === step || open.includes(name))));
  });
}

/** Runs a step when its button is pressed, and says what went wrong. */
function on(id, step) {
  document.getElementById(id).addEventListener("click", async () => {
    const trouble = document.getElementById("trouble");
    trouble.hidden = true;
    try {
      await step();
    } catch (e) {
      trouble.textContent = e.message;
      trouble.hidden = false;
    }
  });
}

async function make() {
  request = await steps.createSigninRequest({ nonce: crypto.randomUUID() });
  showVerifier(await challengeOf(request.state.code_verifier));
  showRequest(request.url);
  reach("send", "make");
}

async function challengeOf(verifier) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const challenge = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return { verifier, challenge: challenge.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") };
}

function showVerifier({ verifier, challenge }) {
  see("make", facts([["code_verifier", verifier], ["code_challenge", challenge]]));
}

function showRequest(url) {
  const sent = new URL(url);
  see("send", facts([["address", sent.origin + sent.pathname], ...sent.searchParams]));
}

function go() {
  sessionStorage.setItem("sent", request.url);
  location.assign(request.url);
}

/** What the browser brought back: a code, or a refusal. */
async function comeBack() {
  const came = new URLSearchParams(location.search);
  const { state } = await steps.readSigninResponseState(location.href, false);
  showVerifier(await challengeOf(state.code_verifier));
  showRequest(sessionStorage.getItem("sent"));
  // Whose answer is it? A mix-up of servers ends here (RFC 9207).
  const ours = came.get("iss") === issuer;
  see("return", facts(came), verdict(ours, ours
    ? "The state is the one that was sent, and the issuer is the one that was asked."
    : "The issuer is not the one that was asked."));
  if (came.has("error") || !ours) {
    throw new Error(came.get("error_description") ?? "The answer came from somewhere else.");
  }
  reach("trade");
  document.querySelector("#return h2").focus();
}

async function trade() {
  const answer = await steps.processSigninResponse(location.href, undefined, false);
  await keep(answer);
  history.replaceState(null, "", location.pathname);
  see("trade", verdict(true, "The verifier fits the challenge: here are the tokens."), exchange(asked.at(-1)));
  reach("call", "stay", "leave");
}

/** The same request with another verifier, as a thief of the code would send it. */
async function tradeWrong() {
  const key = `oidc.${new URLSearchParams(location.search).get("state")}`;
  const kept = sessionStorage.getItem(key);
  const wrong = { ...JSON.parse(kept), code_verifier: request?.state.code_verifier ?? crypto.randomUUID() + crypto.randomUUID() };
  sessionStorage.setItem(key, JSON.stringify(wrong));
  await steps.processSigninResponse(location.href, undefined, false).catch(() => null);
  sessionStorage.setItem(key, kept);
  see("trade", verdict(false, "The verifier does not fit the challenge: no tokens. The right one still works."),
    exchange(asked.at(-1)));
}

async function keep(answer) {
  tokens = new User({ ...answer, profile: answer.profile });
  await user.storeUser(tokens);
  showTokens();
}

function showTokens() {
  see("read", token("ID token", tokens.id_token), token("Access token", tokens.access_token));
}

/** The answer to the last click is the one that is shown. */
async function call(path, bearer) {
  const mine = ++calls;
  see("call");
  const headers = bearer ? { Authorization: `Bearer ${bearer}` } : {};
  const answer = await fetch(`${api}/${path}`, { headers });
  const body = await answer.json();
  if (mine === calls) {
    see("call",
      element("h3", {}, `GET /demo/api/${path}`),
      verdict(answer.ok, `Answer: ${answer.status}`),
      json("Answer", body));
  }
}

function forged() {
  const [header, claims, signature] = tokens.access_token.split(".");
  return [header, claims, signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`].join(".");
}

async function refresh() {
  tokens = await user.signinSilent();
  renewed("The refresh token bought a new access token and a new refresh token.");
}

async function renew() {
  try {
    tokens = await user.signinSilent({ forceIframeAuth: true, resource: api });
    renewed("The session answered in a hidden frame: a whole new sign-in, and nobody typed.");
  } catch (refusal) {
    if (refusal.error !== "consent_required") {
      throw refusal;
    }
    see("stay", verdict(false, `The hidden frame was refused with consent_required: this page is on a loopback address,
      where any program may listen, so a person is asked each time. On a host of its own, the session answers.`));
  }
}

function renewed(sentence) {
  showTokens();
  see("stay", verdict(true, sentence), exchange(asked.at(-1)));
}

async function signOut() {
  const leaving = await steps.createSignoutRequest({ id_token_hint: tokens.id_token });
  await forget();
  location.assign(leaving.url);
}

async function forget() {
  tokens = undefined;
  await user.removeUser();
}

/** Back at this page: did the session end meanwhile, in another application? */
async function stillSignedIn() {
  if (!tokens || document.hidden) {
    return;
  }
  const userinfo = await steps.metadataService.getUserInfoEndpoint();
  const answer = await fetch(userinfo, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
  if (answer.status === 401) {
    await forget();
    see("leave", verdict(true, "You signed out in another application, so you are signed out here."));
    reach("make");
  }
}

on("make-verifier", make);
on("go", go);
on("trade-code", trade);
on("trade-wrong", tradeWrong);
on("call-notes", () => call("notes", tokens.access_token));
on("call-board", () => call("notes/board", tokens.access_token));
on("call-without", () => call("notes"));
on("call-id-token", () => call("notes", tokens.id_token));
on("call-forged", () => call("notes", forged()));
on("refresh", refresh);
on("renew", renew);
on("sign-out", signOut);
document.addEventListener("visibilitychange", stillSignedIn);

reach("make");
if (new URLSearchParams(location.search).has("state")) {
  await comeBack().catch((e) => {
    const trouble = document.getElementById("trouble");
    trouble.textContent = `${e.message.replace(/[.]?$/, ".")} Start again with step 1.`;
    trouble.hidden = false;
    history.replaceState(null, "", location.pathname);
  });
}
