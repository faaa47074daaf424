// A form is sent once, however often its button is pressed: the second answer would take the place of the first.
const PATIENCE = 5000;
for (const form of document.forms) {
  let sent = -PATIENCE;
  form.addEventListener('submit', event => {
    if (event.timeStamp - sent < PATIENCE) {
      event.preventDefault();
    } else {
      sent = event.timeStamp;
    }
  });
  // Who comes back to this page may press again.
  addEventListener('pagehide', () => { sent = -PATIENCE; });
}
