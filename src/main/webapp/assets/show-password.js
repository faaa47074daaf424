// Adds a button that shows what was typed; without JavaScript there is none.
for (const input of document.querySelectorAll('input[type="password"][data-show]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button plain reveal';
  button.setAttribute('aria-controls', input.id);
  const say = shown => {
    input.type = shown ? 'text' : 'password';
    button.textContent = shown ? input.dataset.hide : input.dataset.show;
    button.setAttribute('aria-label', shown ? input.dataset.hideLabel : input.dataset.showLabel);
  };
  button.addEventListener('click', () => {
    say(input.type === 'password');
    input.focus();
  });
  // What is sent is a password again, so that no browser keeps it among the texts typed.
  input.form.addEventListener('submit', event => {
    say(false);
    // A change of language needs no password.
    if (event.submitter?.name === 'lang') {
      input.value = '';
    }
  });
  say(false);
  input.after(button);
}
