// Lets the page see what the library sends and gets.

/** Tells the listener of every later request to the token endpoint, with its answer. */
export function watchTokenRequests(listener) {
  const send = window.fetch;
  window.fetch = async (url, options = {}) => {
    const answer = await send(url, options);
    if (options.method === "POST") {
      const body = await answer.clone().json().catch(() => null);
      listener({ method: "POST", url: String(url), form: String(options.body), status: answer.status, body });
    }
    return answer;
  };
}
