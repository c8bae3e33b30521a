// Live capture: every opinion goes into the outbox first and is sent from there, so that the form is free for the next speaker at once and
// nothing is lost with the network, the sign-in, the page or the server.
import { comboboxOf } from './combobox.js';
import { newKey, openOutbox } from './outbox.js';
import { recorded } from './recorded.js';
import { sender as makeSender } from './sender.js';
import { signInAgain } from './sign-in.js';
import { composing, say } from './words.js';

const root = document.querySelector('[data-capture]');
const form = root.querySelector('form');
const field = name => form.elements[`Input.${name}`];
const { person, path, scope } = root.dataset;
const word = (name, ...values) => say(root.dataset[name], ...values);
const clock = (at = new Date()) => at.toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' });
const names = ['ItemId', 'DelegateId', 'SpeakerName', 'Kind', 'Channel', 'ParagraphId', 'Text'].filter(field);
const dialogs = Object.fromEntries([...root.querySelectorAll('dialog')].map(dialog => [dialog.dataset.dialog, dialog]));
const speaker = comboboxOf(form.querySelector('[data-combobox]'));
const chosenText = select => select.options?.[select.selectedIndex]?.text ?? '';

const lockName = tab => `tab/${tab}`;
const hold = tab => new Promise(resolve => {
  navigator.locks.request(lockName(tab), { signal: AbortSignal.timeout(500) }, () => {
    resolve(true);
    return new Promise(() => {});
  }).catch(() => resolve(false));
});

// A tab has a name that a reload keeps; a copied tab takes another one.
async function nameTab() {
  if (!navigator.locks) return newKey();
  const store = globalThis.sessionStorage;
  let tab = store?.getItem('tab') ?? newKey();
  if (!await hold(tab)) await hold(tab = newKey());
  store?.setItem('tab', tab);
  return tab;
}

const outbox = await openOutbox({ person, scope, path, allowed: root.dataset.outbox === 'on' });
const tab = await nameTab();
const dropped = await outbox.dropOld();
let lastSaved = clock();
let waiting = [];

// ---- What the form holds

const read = () => Object.fromEntries(names.map(name => [name, field(name).value]));
const isBlank = values => !values.Text.trim() && !values.DelegateId && !values.SpeakerName.trim();

function write(values) {
  chooseItem(values.ItemId, values.ParagraphId);
  speaker.set(values.DelegateId, values.SpeakerName);
  for (const name of ['Kind', 'Channel', 'Text']) if (field(name)) field(name).value = values[name] ?? '';
}

// One after the other: a late autosave must not bring back what was sent in the meantime.
let queue = Promise.resolve();
const inTurn = act => { queue = queue.then(act).catch(() => {}); return queue; };
let autosave;
const keep = () => {
  clearTimeout(autosave);
  autosave = undefined;
  const values = read();
  return inTurn(() => outbox.keepDraft(tab, isBlank(values) ? null : { values }));
};
form.addEventListener('input', () => { autosave ??= setTimeout(keep, 400); });
document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
addEventListener('pagehide', keep);

// ---- Saving

function missing(values) {
  const errors = {};
  if (!values.ItemId) errors.ItemId = word('needItem');
  if (!values.DelegateId && !values.SpeakerName.trim()) errors.DelegateId = word('needSpeaker');
  if (!values.Kind) errors.Kind = word('needKind');
  if (!values.Text.trim()) errors.Text = word('needText');
  return errors;
}

const control = name => name === 'DelegateId' ? speaker.input : field(name);

function show(errors) {
  form.querySelectorAll('.field-error, [data-error-summary]').forEach(error => error.remove());
  for (const name of names) {
    const place = control(name);
    if (!place || place.type === 'hidden') continue;
    place.removeAttribute('aria-invalid');
    place.removeAttribute('aria-describedby');
    if (!errors[name]) continue;
    const message = document.createElement('span');
    message.className = 'field-error';
    message.id = `${place.id}-error`;
    place.setAttribute('aria-invalid', 'true');
    place.setAttribute('aria-describedby', message.id);
    message.textContent = errors[name];
    place.closest('.field').querySelector('label').after(message);
  }
  const first = names.find(name => errors[name]);
  if (first) control(first).focus();
  return !first;
}

function save(next) {
  speaker.settle();
  const values = read();
  if (!show(missing(values))) return;
  const at = new Date();
  const id = newKey();
  const entry = {
    id,
    fields: { ...Object.fromEntries(names.map(name => [`Input.${name}`, values[name]])), 'Input.Id': id, 'Input.SpokenAt': at.toISOString() },
    label: { speaker: speaker.label(), kind: chosenText(field('Kind')), place: chosenText(field('ItemId')), at: clock(at).slice(0, 5) },
  };
  clearTimeout(autosave);
  autosave = undefined;
  write({ ...values, Text: '', ParagraphId: next ? '' : values.ParagraphId, Kind: next ? '' : values.Kind, ...next && { DelegateId: '', SpeakerName: '' } });
  control(next ? 'DelegateId' : 'Text').focus();
  inTurn(async () => {
    await outbox.add(entry, tab);
    sender.tell({});
    await refresh();
    sender.kick();
  });
}

// A refused one goes back into the form; what is in the form meanwhile takes its place in the column.
async function edit(entry) {
  const values = read();
  const back = Object.fromEntries(names.map(name => [name, entry.fields[`Input.${name}`] ?? '']));
  await inTurn(async () => {
    if (!isBlank(values)) await setAside(values);
    await outbox.keepDraft(tab, { values: back });
    await outbox.remove(entry.seq);
    sender.tell({});
  });
  write(back);
  show(Object.fromEntries(Object.entries(entry.problem.errors).map(([name, [message]]) => [name.replace('Input.', ''), message])));
  control(back.Text.trim() ? 'Text' : 'DelegateId').focus();
  await refresh();
}

const setAside = values => outbox.add({
  id: newKey(), fields: Object.fromEntries(names.map(name => [`Input.${name}`, values[name]])),
  label: { speaker: values.SpeakerName || chosenLabel(values), place: '', kind: '', at: '' }, problem: { errors: { '': [word('unfinished')] } },
});
const chosenLabel = values => [...field('DelegateId').options].find(option => option.value === values.DelegateId)?.text ?? '';

async function drop(entry) {
  await outbox.remove(entry.seq);
  sender.tell({});
  await refresh();
}

// ---- The line that says where everything is

const status = root.querySelector('[data-status]');
const spoken = root.querySelector('[data-spoken]');
let speaking;
let kind;

function tell() {
  const count = waiting.filter(entry => !entry.problem).length;
  const now = sender.state || (count ? 'waiting' : 'saved');
  status.dataset.state = { saved: 'done', waiting: 'wait' }[now] ?? 'late';
  status.textContent = now === 'signed-out' ? word('signedOut') : now === 'offline' ? word('offline') + (count ? word('andWaiting', count) : '')
    : now === 'waiting' ? word('waiting', count) : word('saved', lastSaved);
  root.querySelector('[data-sign-in]').hidden = now !== 'signed-out';
  root.querySelector('[data-memory]').hidden = outbox.durable;
  // Heard only when the state changes for longer than a moment.
  if (now !== kind) {
    clearTimeout(speaking);
    speaking = setTimeout(() => { spoken.textContent = status.textContent; }, 1000);
  }
  kind = now;
}

async function refresh() {
  waiting = await outbox.entries();
  column.pending(waiting);
  tell();
}

const token = form.elements.__RequestVerificationToken;
const sender = makeSender({
  outbox, scope, path, person, token, changed: refresh,
  saved: answer => {
    lastSaved = clock();
    column.saved(answer);
  },
});
const column = recorded(root, { sender, edit, drop, isMine: id => waiting.some(entry => entry.id === id) });
signInAgain(dialogs.signIn, { person, path, signedIn: fresh => { sender.signedIn(fresh); speaker.input.focus(); } });

addEventListener('beforeunload', event => {
  if (!outbox.durable && (waiting.length || !isBlank(read()))) event.preventDefault();
});
// The outbox does better than a question before leaving.
delete form.dataset.warnUnsaved;

// ---- Contents, keys, phrases

async function loadParagraphs(item, chosen) {
  const list = field('ParagraphId');
  list.closest('.field').hidden = true;
  list.length = 1;
  if (!item || /^0+-/.test(item)) return;
  try {
    const answer = await sender.post(`${path}${path.includes('?') ? '&' : '?'}handler=paragraphs&noi-dung=${item}`);
    if (!answer.ok || field('ItemId').value !== item) return;
    for (const { id, text } of await answer.json()) list.add(new Option(text, id, false, id === chosen));
    list.closest('.field').hidden = list.length === 1;
  } catch { /* Without network an opinion is about the whole content. */ }
}

let current = field('ItemId').value;

function chooseItem(item = '', paragraph = '') {
  field('ItemId').value = item;
  if (item === current) {
    field('ParagraphId').value = paragraph;
    return;
  }
  current = item;
  loadParagraphs(item, paragraph);
  for (const link of root.querySelectorAll('a[data-item]')) {
    if (link.dataset.item !== item) {
      link.removeAttribute('aria-current');
      continue;
    }
    link.setAttribute('aria-current', 'true');
    // Nothing where the list is no column of its own.
    const column = link.closest('section');
    column.scrollTop += link.getBoundingClientRect().top - column.getBoundingClientRect().top - 100;
  }
  // A reload finds the same content chosen.
  const here = new URL(location.href);
  here.searchParams.set('noi-dung', item);
  history.replaceState(null, '', here);
}

field('ItemId').addEventListener('change', event => chooseItem(event.target.value));
root.addEventListener('click', event => {
  const link = event.target.closest('a[data-item]');
  if (!link || event.ctrlKey || event.shiftKey || event.metaKey) return;
  event.preventDefault();
  chooseItem(link.dataset.item);
  keep();
  speaker.input.focus();
});

function step(by) {
  const list = field('ItemId');
  const at = Math.min(Math.max(list.selectedIndex + by, 1), list.length - 1);
  chooseItem(list.options[at].value);
  spoken.textContent = list.options[at].text;
  keep();
}

function insert(phrase, of) {
  const text = field('Text');
  dialogs.phrases.close();
  text.focus();
  text.setRangeText(phrase, text.selectionStart, text.selectionEnd, 'end');
  if (of) field('Kind').value = of;
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

root.querySelectorAll('[data-phrase]').forEach(button => button.addEventListener('click', () => insert(button.dataset.phrase, button.dataset.kind)));
root.querySelectorAll('[data-opens]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => dialogs[button.dataset.opens].showModal());
});

form.addEventListener('submit', event => {
  event.preventDefault();
  save(true);
});

document.addEventListener('keydown', event => {
  if (composing(event) || document.querySelector('dialog[open]')) return;
  const act = event.ctrlKey && event.altKey && event.code === 'KeyD' ? () => { speaker.input.focus(); speaker.input.select(); }
    : event.ctrlKey && !event.altKey && event.code === 'KeyS' ? () => save(false)
      : event.altKey && !event.ctrlKey && event.key === 'ArrowDown' ? () => step(1)
        : event.altKey && !event.ctrlKey && event.key === 'ArrowUp' ? () => step(-1)
          : event.key === 'F2' ? () => dialogs.phrases.showModal() : null;
  if (!act) return;
  event.preventDefault();
  act();
});

// ---- What was left unfinished: this tab's own, or that of a page which was closed

async function restore() {
  const drafts = (await outbox.drafts()).sort((a, b) => b.at - a.at);
  const open = new Set((await navigator.locks?.query())?.held.map(lock => lock.name));
  const free = drafts.filter(draft => draft.tab !== tab && !open.has(lockName(draft.tab)));
  const own = drafts.find(draft => draft.tab === tab) ?? (isBlank(read()) ? free.shift() : undefined);
  for (const draft of free) {
    await setAside(draft.values);
    await outbox.keepDraft(draft.tab, null);
  }
  if (!own || !isBlank(read())) return;
  write(own.values);
  if (own.tab !== tab) {
    await outbox.keepDraft(tab, { values: own.values });
    await outbox.keepDraft(own.tab, null);
  }
  spoken.textContent = word('restored');
}

const exclusive = act => navigator.locks ? navigator.locks.request(`restore/${person}/${scope}`, act) : act();
await inTurn(() => exclusive(restore));
if (dropped) {
  const notice = root.querySelector('[data-dropped]');
  notice.textContent = word('dropped', dropped);
  notice.hidden = false;
}
await refresh();
sender.kick();
root.dataset.ready = '';
