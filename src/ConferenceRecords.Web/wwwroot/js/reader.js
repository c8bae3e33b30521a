// Reading a draft: the place is remembered, the contents follow, and an opinion is written below its paragraph. What is written goes through
// the same outbox as at the desk: kept while one types, sent until it is confirmed, stored once.
import { keepDrafts } from './capture-drafts.js';
import { newKey, openOutbox } from './outbox.js';
import { sender as makeSender } from './sender.js';
import { signInAgain } from './sign-in.js';
import { say } from './words.js';

const root = document.querySelector('[data-reader]');
const { person, path, scope } = root.dataset;
const word = (name, ...values) => say(root.dataset[name], ...values);
const template = name => root.querySelector(`template[data-${name}]`).content.firstElementChild;
const clock = () => new Date().toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' });
const form = template('form').cloneNode(true);
const token = form.elements.__RequestVerificationToken;
const field = name => form.elements[name];

// ---- Places in the text

const paragraphs = [...document.querySelectorAll('[id^=doan-]')];
const numberOf = element => Number(element.id.slice(5));
const rowAfter = (row, kind) => {
  const next = row.nextElementSibling;
  if (next?.classList.contains(kind)) return next.lastElementChild;
  const made = row.parentElement.insertRow(row.sectionRowIndex + 1);
  made.className = kind;
  made.insertCell();
  const cell = made.insertCell();
  cell.colSpan = row.cells.length;
  return cell;
};

/** Where the words on a paragraph stand; without a number those on the whole draft. */
function notesOf(number) {
  const paragraph = document.getElementById(`doan-${number}`);
  if (!paragraph) return root.querySelector('[data-below]');
  if (paragraph.tagName === 'TR') return rowAfter(paragraph, 'row-notes');
  return paragraph.querySelector('.paragraph-notes') ?? paragraph.appendChild(Object.assign(document.createElement('div'), { className: 'paragraph-notes' }));
}

// ---- The form

const values = () => ({ doan: field('doan').value, kind: field('Input.Kind')?.value ?? '', Text: field('Input.Text').value });
const isBlank = (what = values()) => !what.Text.trim();

function show(number) {
  if (form.isConnected && field('doan').value === String(number)) return;
  field('doan').value = number;
  form.querySelector('[data-heading]').textContent = number ? word('heading', number) : word('headingWhole');
  notesOf(number).append(form);
}

function close() {
  const number = field('doan').value;
  form.remove();
  form.reset();
  (document.querySelector(`#doan-${number} .paragraph-add`) ?? root.parentElement.querySelector('[data-whole]'))?.focus();
}

function problem(name, text) {
  form.querySelectorAll('.field-error').forEach(error => error.remove());
  const at = form.querySelector(name === 'kind' ? 'legend' : 'textarea');
  if (!text) return true;
  const error = Object.assign(document.createElement('span'), { className: 'field-error', id: 'tai-cho-loi', textContent: text });
  error.setAttribute('role', 'alert');
  if (name === 'kind') at.after(error); else at.before(error);
  (name === 'kind' ? form.querySelector('input[type=radio]') : at).focus();
  return false;
}

const desk = {
  form,
  read: values,
  isBlank,
  write: what => {
    show(what.doan);
    field('Input.Text').value = what.Text;
    if (what.kind && field('Input.Kind')) field('Input.Kind').value = what.kind;
  },
  fieldsOf: what => ({ doan: what.doan, 'Input.Kind': what.kind, 'Input.Text': what.Text, 'Input.IsPrivate': 'true' }),
  speakerOf: () => '',
};

const outbox = await openOutbox({ person, scope, path, allowed: root.dataset.outbox === 'on' });
const drafts = await keepDrafts({ outbox, desk, lock: `${person}/${scope}`, unfinished: word('unfinished') });
await outbox.dropOld();

document.addEventListener('click', event => {
  const link = event.target.closest('.paragraph-add, [data-whole]');
  if (!link || event.ctrlKey || event.shiftKey || event.metaKey) return;
  event.preventDefault();
  const paragraph = link.closest('[id^=doan-]');
  const number = paragraph ? numberOf(paragraph) : '';
  // What is written for another paragraph stays: it belongs there.
  if (form.isConnected && !isBlank() && field('doan').value !== String(number)) {
    field('Input.Text').focus();
    return;
  }
  show(number);
  (form.querySelector('input[type=radio]') ?? field('Input.Text')).focus();
});
form.querySelector('[data-close]').addEventListener('click', () => { drafts.stop(); close(); drafts.keep(); });
form.addEventListener('keydown', event => { if (event.key === 'Escape' && isBlank()) close(); });

form.addEventListener('submit', event => {
  event.preventDefault();
  const what = values();
  const isPrivate = event.submitter?.value === 'true';
  if (isPrivate ? !what.Text.trim() : what.kind !== 'Agree' && what.kind && !what.Text.trim()) return void problem('text', word(isPrivate ? 'needNote' : 'needText'));
  if (!isPrivate && !what.kind) return void problem('kind', word('needKind'));
  problem();
  const id = newKey();
  drafts.stop();
  close();
  // At once: an earlier "saved" must not seem to be said of this one.
  tell(1 + [...rows.values()].filter(row => row.dataset.state === 'wait').length);
  drafts.inTurn(async () => {
    await outbox.add({ id, fields: { ...desk.fieldsOf(what), 'Input.IsPrivate': String(isPrivate), 'Input.Id': id } }, drafts.tab);
    sender.tell({});
    await refresh();
    sender.kick();
  });
});

// ---- What waits, and what was stored

const rows = new Map();

function put(id, number, { kind = '', text, mark, state, href, why }) {
  const row = rows.get(id) ?? template('row').cloneNode(true);
  rows.set(id, row);
  row.dataset.state = state;
  row.querySelector('[data-kind]').textContent = kind;
  row.querySelector('[data-text]').textContent = text;
  const tag = row.querySelector('[data-mark]');
  [tag.textContent, tag.dataset.state] = [mark, state];
  const link = row.querySelector('[data-href]');
  link.hidden = !href;
  if (href) link.href = href;
  const reason = row.querySelector('[data-why]');
  [reason.textContent, reason.hidden] = [why ?? '', !why];
  row.querySelector('[data-acts]').hidden = !why;
  if (!row.isConnected) notesOf(number).append(row);
  return row;
}

async function refresh() {
  const waiting = await outbox.entries();
  const keys = new Set(waiting.map(entry => entry.id));
  for (const [id, row] of rows) if (!keys.has(id) && 'pending' in row.dataset) { row.remove(); rows.delete(id); }
  for (const entry of waiting) {
    const messages = entry.problem && Object.values(entry.problem.errors ?? {}).flat();
    const row = put(entry.id, entry.fields.doan, {
      text: entry.fields['Input.Text'], state: entry.problem ? 'late' : 'wait', mark: word(entry.problem ? 'problem' : 'waitingOpinion'),
      why: entry.problem && (messages.join(' ') || word('refused', entry.problem.status)),
    });
    row.dataset.pending = '';
    row.querySelector('[data-act=edit]').onclick = () => edit(entry);
    row.querySelector('[data-act=drop]').onclick = () => drop(entry);
  }
  tell(waiting.filter(entry => !entry.problem).length);
}

async function drop(entry) {
  await outbox.remove(entry.seq);
  sender.tell({});
  await refresh();
}

async function edit(entry) {
  if (form.isConnected && !isBlank()) await drafts.setAside(values());
  desk.write({ doan: entry.fields.doan, kind: entry.fields['Input.Kind'], Text: entry.fields['Input.Text'] });
  await drafts.keep();
  await drop(entry);
  field('Input.Text').focus();
}

const status = root.querySelector('[data-status]');
let said = '';
let leaving;

function tell(count) {
  const now = sender.state || (count ? 'waiting' : 'saved');
  if (now === 'saved' && !said) return;
  const line = root.querySelector('[data-line]');
  line.hidden = false;
  clearTimeout(leaving);
  if (now === 'saved') leaving = setTimeout(() => { line.hidden = true; }, 5000);
  status.dataset.state = { saved: 'done', waiting: 'wait' }[now] ?? 'late';
  status.textContent = now === 'signed-out' ? word('signedOut') : now === 'offline' ? word('offline') : now === 'waiting' ? word('waiting', count) : word('saved', clock());
  root.querySelector('[data-sign-in]').hidden = now !== 'signed-out';
  root.querySelector('[data-memory]').hidden = outbox.durable;
  if (now !== said) root.querySelector('[data-spoken]').textContent = status.textContent;
  said = now;
}

const sender = makeSender({
  outbox, scope, path, person, token, changed: () => refresh(),
  saved: answer => {
    said ||= 'saved';
    const row = put(answer.id, answer.paragraph ?? '', { kind: answer.kind, text: answer.text, mark: answer.state, state: answer.isPrivate ? 'todo' : 'done', href: answer.href });
    delete row.dataset.pending;
  },
});
const dialog = root.querySelector('dialog');
signInAgain(dialog, { person, path, signedIn: fresh => sender.signedIn(fresh) });
root.querySelector('[data-sign-in]').addEventListener('click', () => dialog.showModal());
addEventListener('beforeunload', async event => { if (!outbox.durable && form.isConnected && !isBlank()) event.preventDefault(); });

// ---- The place

const contents = root.parentElement.querySelector('[data-contents]');
const links = [...contents?.querySelectorAll('a') ?? []];
if (contents && matchMedia('(min-width: 68rem)').matches) contents.open = true;
let place = Number(root.dataset.place) || 1;
let moved = false;
let pause;
let due;

function here() {
  let [low, high] = [0, paragraphs.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle].getBoundingClientRect().bottom > 120) high = middle; else low = middle + 1;
  }
  return paragraphs[low] ? numberOf(paragraphs[low]) : 1;
}

function mark(number) {
  const at = links.findLast(link => Number(link.hash.slice(6)) <= number);
  for (const link of links) if (link === at) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  if (at && contents.open && contents.scrollHeight > contents.clientHeight) contents.scrollTop += at.getBoundingClientRect().top - contents.getBoundingClientRect().top - 100;
}

/** Sent when the hand rests or the page goes; lost, it costs the reader a little searching. */
function stop() {
  clearTimeout(pause);
  const number = here();
  if (!moved || number === place || !paragraphs.length) return;
  place = number;
  const body = new URLSearchParams({ doan: number, [token.name]: token.value });
  fetch(`${path}&handler=stop`, { method: 'POST', body, keepalive: true, headers: { Accept: 'application/json' } }).catch(() => {});
}

addEventListener('scroll', () => {
  moved = true;
  clearTimeout(pause);
  pause = setTimeout(stop, 1500);
  due ??= requestAnimationFrame(() => { due = undefined; mark(here()); });
}, { passive: true });
addEventListener('pagehide', stop);
document.addEventListener('visibilitychange', () => { if (document.hidden) stop(); });
if (paragraphs.length) mark(here());

if (await drafts.restore()) {
  root.querySelector('[data-spoken]').textContent = word('restored');
  form.scrollIntoView({ block: 'center' });
}
await refresh();
sender.kick();
root.dataset.ready = '';
