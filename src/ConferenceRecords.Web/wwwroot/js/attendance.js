// Calling up: each click is saved at once and told; the form below stays the way without script, and for what could not be sent.
import { fold } from './fold.js';

const form = document.querySelector('[data-attendance]');
const status = document.querySelector('[data-saved]');
const waiting = new Set();
const token = () => form.querySelector('input[name="__RequestVerificationToken"]').value;

// One after the other for each row: a quick second click can't overtake the first one.
const queues = new Map();

async function send(row) {
  const id = row.dataset.delegate;
  const body = new FormData();
  body.append('__RequestVerificationToken', token());
  body.append('dai-bieu', id);
  for (const part of ['truoc', 'tt', 'gio', 'ly-do']) body.append(`${part}-${id}`, new FormData(form).get(`${part}-${id}`) ?? '');
  const answer = await fetch(form.dataset.attendance, { method: 'POST', body, redirect: 'error', headers: { Accept: 'application/json' } });
  if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
  const told = await answer.json();
  if (told.before !== undefined) form.elements[`truoc-${id}`].value = told.before;
  if (told.tally) document.querySelector('[data-tally]').textContent = told.tally;
  return { saved: answer.ok, text: told.text };
}

function save(row) {
  waiting.add(row);
  const name = row.querySelector('strong').textContent;
  queues.set(row, (queues.get(row) ?? Promise.resolve()).then(async () => {
    try {
      const told = await send(row);
      if (told.saved) waiting.delete(row);
      status.textContent = told.saved ? told.text : `${name}: ${told.text}`;
    } catch {
      status.textContent = form.dataset.failed;
    }
  }));
}

function words(row) {
  const chosen = row.querySelector('input[type=radio]:checked');
  const more = { Late: '.if-late input', Excused: '.if-excused input' }[chosen?.value];
  row.querySelector('[data-state-words]').textContent =
    [chosen?.parentElement.textContent.trim(), more && row.querySelector(more).value].filter(Boolean).join(', ');
}

if (form) {
  form.addEventListener('change', event => {
    const row = event.target.closest('[data-delegate]');
    if (!row) return;
    const arrived = row.querySelector('.if-late input');
    // Who is late comes now, as a rule.
    if (event.target.value === 'Late' && !arrived.value) {
      arrived.value = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
    }
    words(row);
    save(row);
  });
  form.addEventListener('submit', () => waiting.clear());
  window.addEventListener('beforeunload', event => { if (waiting.size > 0) event.preventDefault(); });

  const filter = document.querySelector('[data-filter]');
  filter.hidden = false;
  filter.querySelector('input').addEventListener('input', event => {
    const sought = fold(event.target.value).split(/\s+/);
    for (const row of form.querySelectorAll('[data-delegate]')) row.hidden = !sought.every(word => row.dataset.name.includes(word));
  });
}
