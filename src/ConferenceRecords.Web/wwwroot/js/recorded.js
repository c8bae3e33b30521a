// The column of what was just recorded: a person's own entries at once, marked until they are confirmed; those of others behind a line, so
// that nothing moves under the hand.
import { request } from './sender.js';
import { say } from './words.js';

const Pace = 1500;

export function recorded(root, { sender, edit, drop, isMine }) {
  const list = root.querySelector('[data-recorded]');
  const template = root.querySelector('template[data-row]').content.firstElementChild;
  const line = root.querySelector('[data-new]');
  const known = new Map([...list.querySelectorAll('[data-key]')].map(row => [row.dataset.key, row]));
  const counted = new Set(known.keys());
  const { dataset } = root;
  let cursor = list.dataset.cursor;
  let hidden = [];
  let timer;
  let looking = false;

  const put = (row, part, text) => {
    const place = row.querySelector(`[data-${part}]`);
    place.textContent = text ?? '';
    return place;
  };

  function count(item, id) {
    if (counted.has(id)) return;
    counted.add(id);
    for (const number of root.querySelectorAll(`[data-count="${item}"], [data-total]`)) {
      number.textContent = Number(number.textContent) + 1;
      if ('count' in number.dataset) number.closest('.tag').dataset.state = 'doing';
    }
  }

  function fill(row, opinion) {
    put(row, 'speaker', opinion.speaker);
    put(row, 'at', opinion.at);
    put(row, 'kind', opinion.kind);
    put(row, 'text', opinion.text);
    put(row, 'place', opinion.place);
    const number = put(row, 'number', opinion.number);
    number.parentElement.hidden = !opinion.number;
    if (opinion.href) number.href = opinion.href;
  }

  function rowFor(id) {
    const row = template.cloneNode(true);
    row.dataset.key = id;
    known.set(id, row);
    return row;
  }

  function problems(row, entry) {
    const { problem } = entry;
    const messages = Object.values(problem?.errors ?? {}).flat();
    if (problem && !messages.length) messages.push(say(dataset.refused, problem.status));
    const place = row.querySelector('[data-problem]');
    place.hidden = !problem;
    place.textContent = [...messages, problem?.stored ? say(dataset.taken, problem.stored.number, problem.stored.text) : ''].join(' ').trim();
    const acts = row.querySelector('[data-acts]');
    acts.hidden = !problem;
    acts.querySelector('[data-act=edit]').onclick = () => edit(entry);
    acts.querySelector('[data-act=drop]').onclick = () => drop(entry);
  }

  /** Own entries that are not confirmed yet. */
  function pending(entries) {
    const keys = new Set(entries.map(entry => entry.id));
    for (const [id, row] of known) {
      if (!('pending' in row.dataset) || keys.has(id)) continue;
      row.remove();
      known.delete(id);
    }
    for (const entry of entries) {
      const row = known.get(entry.id) ?? rowFor(entry.id);
      if (!row.isConnected) list.prepend(row);
      if (!row.querySelector('[data-mark]')) continue;
      row.dataset.pending = '';
      row.dataset.state = entry.problem ? 'late' : 'wait';
      fill(row, { ...entry.label, text: entry.fields['Input.Text'] });
      const mark = put(row, 'mark', entry.problem ? dataset.markProblem : dataset.markWaiting);
      mark.hidden = false;
      mark.dataset.state = row.dataset.state;
      problems(row, entry);
    }
    root.querySelector('[data-none]').hidden = known.size > 0;
  }

  function settle(row, opinion) {
    delete row.dataset.pending;
    delete row.dataset.state;
    fill(row, opinion);
    put(row, 'mark', '').hidden = true;
    row.querySelector('[data-problem]').hidden = true;
    row.querySelector('[data-acts]').hidden = true;
  }

  /** One that the server confirmed, here or in another tab. */
  function saved(opinion) {
    count(opinion.item, opinion.id);
    hidden = hidden.filter(one => one.id !== opinion.id);
    const row = known.get(opinion.id) ?? rowFor(opinion.id);
    if (!row.isConnected) list.prepend(row);
    if (row.querySelector('[data-mark]')) settle(row, opinion);
    show();
  }

  function show() {
    line.hidden = !hidden.length;
    line.textContent = say(dataset.more, hidden.length);
  }

  line.onclick = () => {
    for (const opinion of hidden) {
      const row = known.get(opinion.id) ?? rowFor(opinion.id);
      settle(row, opinion);
      list.prepend(row);
    }
    hidden = [];
    // The line goes, and the hand with it: on to what it showed.
    list.firstElementChild?.querySelector('a')?.focus({ preventScroll: true });
    show();
    root.querySelector('[data-none]').hidden = known.size > 0;
  };

  async function look() {
    clearTimeout(timer);
    if (looking || !cursor || document.hidden) return;
    looking = true;
    try {
      const address = new URL(sender.path, location.href);
      address.searchParams.set('handler', 'rows');
      address.searchParams.set('sau', cursor);
      const answer = await request(address);
      if (answer.status === 401) sender.signedOut();
      else if (answer.ok) sender.found();
      if (answer.status === 200) {
        const news = await answer.json();
        ({ cursor } = news);
        for (const opinion of news.rows) {
          count(opinion.item, opinion.id);
          if (!known.has(opinion.id) && !isMine(opinion.id) && !hidden.some(one => one.id === opinion.id)) hidden.push(opinion);
        }
        show();
      }
    } catch {
      sender.lost();
    }
    looking = false;
    timer = setTimeout(look, Pace);
  }

  document.addEventListener('visibilitychange', look);
  timer = setTimeout(look, Pace);
  return { pending, saved };
}
