// Comforts for forms that work without them: focus on the errors, no lost text, no double sending.

import { composing } from './words.js';

const contents = form => JSON.stringify([...new FormData(form)].map(([name, value]) =>
  [name, typeof value === 'string' ? value : `${value.name}:${value.size}`]));

const watched = [...document.querySelectorAll('form[data-warn-unsaved]')];
const atStart = new Map(watched.map(form => [form, contents(form)]));
const leaving = new WeakSet();

// A form that came back with errors holds text which was never saved: the page marks it data-unsaved.
const changed = form => 'warnUnsaved' in form.dataset && !leaving.has(form) && ('unsaved' in form.dataset || contents(form) !== atStart.get(form));

window.addEventListener('beforeunload', event => {
  if (watched.some(changed)) event.preventDefault();
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Enter') return;
  const form = event.target.closest?.('form');
  if (!form) return;
  if (composing(event)) {
    if (event.target.tagName === 'INPUT') event.preventDefault();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && 'ctrlEnter' in form.dataset) {
    event.preventDefault();
    const button = form.querySelector('[data-default]') ?? form.querySelector('button:not([type]), button[type=submit]');
    form.requestSubmit(button);
  }
});

const buttons = form => [...form.elements].filter(control => control.type === 'submit');
const release = form => {
  delete form.dataset.sending;
  buttons(form).forEach(button => button.removeAttribute('aria-disabled'));
};

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if ('sending' in form.dataset) {
    event.preventDefault();
    return;
  }
  leaving.add(form);
  form.dataset.sending = '';
  // Not `disabled`: a disabled button would take its own name and value out of what is sent.
  buttons(form).forEach(button => button.setAttribute('aria-disabled', 'true'));
  // A download, a stopped request or a lost connection leaves the page open: give the form back.
  setTimeout(() => {
    release(form);
    leaving.delete(form);
  }, 10_000);
});

// Coming back with the browser's Back button shows the page as it was left.
window.addEventListener('pageshow', event => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    release(form);
    leaving.delete(form);
  }
});

document.querySelector('[data-error-summary]')?.focus();

// A preview in the width of a phone: a window of that width, where the link alone gives a narrow column.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-window]');
  if (link && window.open(link.href, '', `popup,width=${link.dataset.window},height=844`)) event.preventDefault();
});
