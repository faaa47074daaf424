// Everything this application has to know about its authorization server.
import { InMemoryWebStorage, OidcClient, UserManager, WebStorageStateStore } from "./lib/oidc-client-ts.js";

/** The library's two faces: the steps of the protocol one by one, and the signed-in user. */
export async function connect() {
  const { issuer, start } = await (await fetch("../settings.json")).json();
  const api = `${start}api`;
  const settings = {
    authority: issuer,
    client_id: "demo-spa",
    redirect_uri: `${start}spa/`,
    silent_redirect_uri: `${start}spa/silent.html`,
    post_logout_redirect_uri: start,
    scope: "openid profile email groups notes.read",
    resource: api,
    // What a redirect must outlive: the verifier and the state. Tokens stay in memory.
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    automaticSilentRenew: false,
  };
  return { issuer, api, steps: new OidcClient(settings), user: new UserManager(settings) };
}
