// Lets rows be dragged by a handle and saves the order at once. The Up and Down buttons of the rows are ordinary forms and
// stay the way for the keyboard and for readers without script; here they only save without loading the page anew.
// Where numbers were sent out already, the page has a form [data-order] beside the list: moves are only gathered in it, and
// sending it, from the bar [data-gathered], leads to the page that lists the numbers that would change.

// A list may begin at another number than 1: <ol start="15">.
const number = (list, index) => String(index + (list.start ?? 1));
const position = (list, row) => number(list, [...list.children].indexOf(row));
const wording = (list, key, row) => (list.dataset[key] ?? '')
  .replace('{name}', row.dataset.name ?? '')
  .replace('{position}', position(list, row));

function sortable(list) {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'hint';
  list.after(status);

  let saving = Promise.resolve();
  let round = 0;
  const orderNow = () => [...list.children];
  const [form, bar, undo] = ['[data-order]', '[data-gathered]', '[data-undo]'].map(kind => list.parentElement.querySelector(kind));
  const stored = orderNow();
  const restore = order => list.append(...order);

  const refresh = () => orderNow().forEach((row, index, rows) => {
    const shown = row.querySelector('[data-position]');
    if (shown) shown.textContent = number(list, index);
    row.querySelectorAll('[data-move]').forEach(button => {
      button.disabled = button.dataset.move === 'up' ? index === 0 : index === rows.length - 1;
    });
  });

  async function send(order) {
    const body = new FormData();
    order.forEach(row => body.append('order', row.dataset.id));
    if (list.dataset.version) body.append('version', list.dataset.version);
    const token = document.querySelector('input[name="__RequestVerificationToken"]');
    if (token) body.append(token.name, token.value);
    const answer = await fetch(list.dataset.endpoint, {
      method: 'POST', body, credentials: 'same-origin', redirect: 'error', headers: { Accept: 'application/json' },
    });
    if (!answer.ok) throw Object.assign(new Error('order not saved'), { status: answer.status });
    const saved = await answer.json().catch(() => null);
    if (saved?.version) list.dataset.version = String(saved.version);
    if (!undo || !saved?.undo) return;
    undo.action = saved.undo;
    undo.hidden = false;
  }

  function gather(said) {
    refresh();
    const order = orderNow();
    const inputs = new Map([...form.querySelectorAll('[name=order]')].map(input => [input.value, input]));
    form.prepend(...order.map(row => inputs.get(row.dataset.id)));
    bar.hidden = order.every((row, index) => row === stored[index]);
    status.textContent = bar.hidden ? list.dataset.kept : said;
  }

  // Saves one after the other, so that a quick second move cannot overtake the first one. When one is refused, those
  // waiting behind it were built on an order that was never saved: they are dropped.
  function save(row, before) {
    if (form) {
      gather(`${wording(list, 'moved', row)}. ${list.dataset.unsaved}`);
      return;
    }
    refresh();
    const order = orderNow();
    const mine = round;
    saving = saving.then(async () => {
      if (mine !== round) return;
      try {
        await send(order);
        status.textContent = wording(list, 'moved', row);
      } catch (failure) {
        round += 1;
        restore(before);
        refresh();
        status.textContent = wording(list, failure.status === 409 ? 'conflict' : 'failed', row);
      }
    });
  }

  list.addEventListener('click', event => {
    const button = event.target.closest('[data-move]');
    if (!button) return;
    event.preventDefault();
    const row = orderNow().find(item => item.contains(button));
    const up = button.dataset.move === 'up';
    const neighbour = up ? row.previousElementSibling : row.nextElementSibling;
    if (!neighbour) return;
    const before = orderNow();
    // The neighbour is moved, not the row: a moved element loses focus and pointer.
    if (up) row.after(neighbour); else row.before(neighbour);
    save(row, before);
    if (button.disabled) row.querySelector('[data-move]:not(:disabled)')?.focus();
  });

  list.addEventListener('pointerdown', event => {
    const handle = event.target.closest('[data-handle]');
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    const row = orderNow().find(item => item.contains(handle));
    const before = orderNow();
    row.classList.add('dragging');
    handle.setPointerCapture(event.pointerId);

    const follow = move => {
      const middle = item => { const box = item.getBoundingClientRect(); return box.top + box.height / 2; };
      let other;
      while ((other = row.previousElementSibling) && move.clientY < middle(other)) row.after(other);
      while ((other = row.nextElementSibling) && move.clientY > middle(other)) row.before(other);
      if (move.clientY < 60) window.scrollBy(0, -16);
      if (move.clientY > window.innerHeight - 60) window.scrollBy(0, 16);
    };
    const finish = keep => {
      stop.abort();
      row.classList.remove('dragging');
      if (!keep) restore(before);
      else if (orderNow().some((item, index) => item !== before[index])) save(row, before);
    };
    const stop = new AbortController();
    const { signal } = stop;
    handle.addEventListener('pointermove', follow, { signal });
    handle.addEventListener('pointerup', () => finish(true), { signal });
    handle.addEventListener('pointercancel', () => finish(false), { signal });
    document.addEventListener('keydown', key => { if (key.key === 'Escape') finish(false); }, { signal });
  });

  bar?.querySelector('[data-keep]').addEventListener('click', () => {
    restore(stored);
    gather('');
    list.querySelector('[data-move]:not(:disabled)')?.focus();
  });

  list.querySelectorAll('[data-handle]').forEach(handle => { handle.hidden = false; });
  refresh();
}

document.querySelectorAll('[data-sortable]').forEach(sortable);
