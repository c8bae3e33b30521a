// Live capture: every opinion goes into the outbox first and is sent from there, so that the form is free for the next speaker at once and
// nothing is lost with the network, the sign-in, the page or the server.
import { keepDrafts } from './capture-drafts.js';
import { captureForm } from './capture-form.js';
import { newKey, openOutbox } from './outbox.js';
import { recorded } from './recorded.js';
import { sender as makeSender } from './sender.js';
import { signInAgain } from './sign-in.js';
import { composing, say } from './words.js';

const root = document.querySelector('[data-capture]');
const { person, path, scope } = root.dataset;
const word = (name, ...values) => say(root.dataset[name], ...values);
const clock = (at = new Date()) => at.toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' });
const dialogs = Object.fromEntries([...root.querySelectorAll('dialog')].map(dialog => [dialog.dataset.dialog, dialog]));

const desk = captureForm(root, path);
const outbox = await openOutbox({ person, scope, path, allowed: root.dataset.outbox === 'on' });
const drafts = await keepDrafts({ outbox, desk, lock: `${person}/${scope}`, unfinished: word('unfinished') });
const dropped = await outbox.dropOld();
let lastSaved = clock();
let waiting = [];
let looks = 0;
// Out of the form and not yet in the outbox: never for long, but nothing may be called saved meanwhile.
const onTheWay = new Set();

// ---- Saving

function save(next) {
  desk.speaker.settle();
  const values = desk.read();
  if (!desk.show(desk.missing(values))) return;
  const at = new Date();
  const id = newKey();
  const entry = {
    id,
    fields: { ...desk.fieldsOf(values), 'Input.Id': id, 'Input.SpokenAt': at.toISOString() },
    label: { ...desk.label(), at: clock(at).slice(0, 5) },
  };
  drafts.stop();
  onTheWay.add(entry);
  desk.write({ ...values, Text: '', ParagraphId: next ? '' : values.ParagraphId, Kind: next ? '' : values.Kind, ...next && { DelegateId: '', SpeakerName: '' } });
  desk.focus(next ? 'DelegateId' : 'Text');
  drafts.inTurn(async () => {
    await outbox.add(entry, drafts.tab);
    onTheWay.delete(entry);
    sender.tell({});
    await refresh();
    sender.kick();
  });
  show([...waiting, entry]);
}

// A refused one goes back into the form; what is in the form meanwhile takes its place in the column.
async function edit(entry) {
  const values = desk.read();
  const back = desk.valuesOf(entry.fields);
  await drafts.inTurn(async () => {
    if (!desk.isBlank(values)) await drafts.setAside(values);
    await outbox.keepDraft(drafts.tab, { values: back });
    await outbox.remove(entry.seq);
    sender.tell({});
  });
  desk.write(back);
  desk.show(Object.fromEntries(Object.entries(entry.problem.errors).map(([name, [message]]) => [name.replace('Input.', ''), message])));
  desk.focus(back.Text.trim() ? 'Text' : 'DelegateId');
  await refresh();
}

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

function show(entries) {
  looks += 1;
  waiting = entries;
  column.pending(waiting);
  tell();
}

async function refresh() {
  const look = looks += 1;
  const leaving = [...onTheWay];
  const stored = await outbox.entries();
  // What was looked up or saved since then says more.
  if (look === looks) show([...stored, ...leaving.filter(entry => !stored.some(one => one.id === entry.id))]);
}

const sender = makeSender({
  outbox, scope, path, person, token: desk.form.elements.__RequestVerificationToken, changed: refresh,
  saved: answer => {
    lastSaved = clock();
    column.saved(answer);
  },
});
const column = recorded(root, { sender, edit, drop, isMine: id => waiting.some(entry => entry.id === id) });
signInAgain(dialogs.signIn, { person, path, signedIn: fresh => { sender.signedIn(fresh); desk.focus('DelegateId'); } });

addEventListener('beforeunload', event => {
  if (onTheWay.size || (!outbox.durable && (waiting.length || !desk.isBlank()))) event.preventDefault();
});
// The outbox does better than a question before leaving.
delete desk.form.dataset.warnUnsaved;

// ---- Contents, phrases, keys

root.addEventListener('click', event => {
  const link = event.target.closest('a[data-item]');
  if (!link || event.ctrlKey || event.shiftKey || event.metaKey) return;
  event.preventDefault();
  desk.chooseItem(link.dataset.item);
  drafts.keep();
  desk.focus('DelegateId');
});

function step(by) {
  spoken.textContent = desk.step(by);
  drafts.keep();
}

root.querySelectorAll('[data-phrase]').forEach(button => button.addEventListener('click', () => {
  dialogs.phrases.close();
  desk.insert(button.dataset.phrase, button.dataset.kind);
}));
root.querySelectorAll('[data-opens]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => dialogs[button.dataset.opens].showModal());
});

desk.form.addEventListener('submit', event => {
  event.preventDefault();
  save(true);
});

document.addEventListener('keydown', event => {
  if (composing(event) || document.querySelector('dialog[open]')) return;
  const act = event.ctrlKey && event.altKey && event.code === 'KeyD' ? () => { desk.focus('DelegateId'); desk.speaker.input.select(); }
    : event.ctrlKey && !event.altKey && event.code === 'KeyS' ? () => save(false)
      : event.altKey && !event.ctrlKey && event.key === 'ArrowDown' ? () => step(1)
        : event.altKey && !event.ctrlKey && event.key === 'ArrowUp' ? () => step(-1)
          : event.key === 'F2' ? () => dialogs.phrases.showModal() : null;
  if (!act) return;
  event.preventDefault();
  act();
});

if (await drafts.restore()) spoken.textContent = word('restored');
if (dropped) {
  const notice = root.querySelector('[data-dropped]');
  notice.textContent = word('dropped', dropped);
  notice.hidden = false;
}
await refresh();
sender.kick();
root.dataset.ready = '';
