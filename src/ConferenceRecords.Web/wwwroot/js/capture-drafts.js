// What is written at the desk and not saved yet: kept for each tab while one types, and taken over where a page was closed.
import { newKey } from './outbox.js';

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

/**
 * @param {object} with `outbox`, `desk` (the form), `lock` (a name for this person and place) and `unfinished` (what is said of a text that was set aside)
 */
export async function keepDrafts({ outbox, desk, lock, unfinished }) {
  const tab = await nameTab();
  let autosave;

  // One after the other: a late autosave must not bring back what was sent in the meantime.
  let queue = Promise.resolve();
  const inTurn = act => { queue = queue.then(act).catch(() => {}); return queue; };

  function stop() {
    clearTimeout(autosave);
    autosave = undefined;
  }

  function keep() {
    stop();
    const values = desk.read();
    return inTurn(() => outbox.keepDraft(tab, desk.isBlank(values) ? null : { values }));
  }

  /** Puts an unfinished text into the column. */
  const setAside = values => outbox.add({
    id: newKey(), fields: desk.fieldsOf(values),
    label: { speaker: desk.speakerOf(values), place: '', kind: '', at: '' }, problem: { errors: { '': [unfinished] } },
  });

  async function takeOver() {
    const drafts = (await outbox.drafts()).sort((a, b) => b.at - a.at);
    const open = new Set((await navigator.locks?.query())?.held.map(held => held.name));
    const free = drafts.filter(draft => draft.tab !== tab && !open.has(lockName(draft.tab)));
    const own = drafts.find(draft => draft.tab === tab) ?? (desk.isBlank() ? free.shift() : undefined);
    for (const draft of free) {
      await setAside(draft.values);
      await outbox.keepDraft(draft.tab, null);
    }
    if (!own || !desk.isBlank()) return false;
    desk.write(own.values);
    if (own.tab !== tab) {
      await outbox.keepDraft(tab, { values: own.values });
      await outbox.keepDraft(own.tab, null);
    }
    return true;
  }

  /** This tab's own unfinished text, or that of a page which was closed; true where the form holds one now. */
  async function restore() {
    let restored = false;
    await inTurn(async () => { restored = await (navigator.locks ? navigator.locks.request(`restore/${lock}`, takeOver) : takeOver()); });
    return restored;
  }

  desk.form.addEventListener('input', () => { autosave ??= setTimeout(keep, 400); });
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
  addEventListener('pagehide', keep);

  return { tab, inTurn, stop, keep, setAside, restore };
}
