// Turns a list of people into a field that finds them by a few letters, with marks or without. It offers a list and never completes
// inside the field: keyboards such as UniKey take letters back and write them anew. A name that is not in the list can be kept as it is,
// in the field named by data-free, which gives way. <div class="field" data-combobox data-free="..."><label/><select/></div>
import { fold } from './fold.js';
import { composing, say } from './words.js';

const Shown = 40;
const words = text => text.split(/[\s,.()/-]+/).filter(Boolean);

// How well a person fits what was typed; 0 is not at all. Every word must begin one of the person's; marks count when they were typed.
function fit(person, typed) {
  if (!typed.words.every(word => person.words.some(own => own.startsWith(word)))) return 0;
  const marked = typed.marked !== typed.folded && ` ${person.marked}`.includes(` ${typed.marked}`) ? 8 : 0;
  const name = person.name.startsWith(typed.folded) ? 4 : ` ${person.name}`.includes(` ${typed.folded}`) ? 2 : 0;
  return 1 + marked + name + (words(person.name).at(-1) === typed.folded ? 4 : 0);
}

export function combobox(field) {
  const { dataset } = field;
  const select = field.querySelector('select');
  const free = dataset.free ? document.getElementById(dataset.free) : null;
  const people = [...select.options].filter(option => option.value).map(option => {
    const label = option.text.trim();
    const [name] = label.split(' - ');
    return { id: option.value, label, name: fold(name), marked: label.normalize().toLowerCase(), words: words(fold(label)) };
  });

  const input = document.createElement('input');
  const list = document.createElement('ul');
  const status = document.createElement('span');
  input.id = `${select.id}-box`;
  list.id = `${select.id}-choices`;
  list.className = 'choices';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.querySelector('label').textContent);
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  const attributes = {
    type: 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': list.id, 'aria-describedby': select.getAttribute('aria-describedby'), 'aria-invalid': select.getAttribute('aria-invalid'),
    placeholder: dataset.placeholder,
  };
  for (const [name, value] of Object.entries(attributes)) if (value != null) input.setAttribute(name, value);
  field.querySelector('label').htmlFor = input.id;
  select.hidden = true;
  select.after(input, list, status);
  if (free) free.closest('.field').hidden = true;

  let entries = [];
  let active = -1;
  let moved = false;
  let announcing;

  const isOpen = () => !list.hidden;
  const chosen = () => people.find(person => person.id === select.value);

  function mark(index) {
    active = index;
    [...list.children].forEach((row, at) => row.setAttribute('aria-selected', String(at === active)));
    const row = list.children[active];
    if (row) {
      input.setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    list.hidden = true;
    moved = false;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  }

  function open(all = false) {
    const text = input.value.trim();
    const folded = fold(text);
    const typed = { folded, marked: text.normalize().toLowerCase(), words: words(folded) };
    const hits = all || !typed.words.length ? people
      : people.map(person => [fit(person, typed), person]).filter(([score]) => score).sort(([a], [b]) => b - a).map(([, person]) => person);
    entries = hits.slice(0, Shown).map(person => ({ person, label: person.label }));
    if (free && text && !chosen()) entries.push({ name: text, label: say(dataset.freeName, text) });
    list.replaceChildren(...entries.map(({ label }, index) => {
      const row = document.createElement('li');
      row.id = `${list.id}-${index}`;
      row.setAttribute('role', 'option');
      row.textContent = label;
      return row;
    }));
    list.hidden = !entries.length;
    input.setAttribute('aria-expanded', String(isOpen()));
    mark(text && !all && entries.length ? 0 : -1);
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      status.textContent = hits.length ? say(dataset.hits, hits.length) : dataset.noHits ?? '';
    }, 600);
  }

  // What the form sends: a person of the list, or the name as it stands in the field.
  function put(id, name) {
    select.value = id;
    if (free) free.value = id ? '' : name;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function choose(entry) {
    if (entry.person) input.value = entry.person.label;
    put(entry.person?.id ?? '', entry.name);
    close();
    field.dispatchEvent(new CustomEvent('chosen', { bubbles: true }));
  }

  // Left without a choice: only a whole name that one person has means that person; otherwise it is kept as written, to be resolved later.
  // A free name can be given its person any day, a wrong person is hard to notice.
  function settle() {
    const name = fold(input.value);
    const same = chosen() ? [] : people.filter(person => name && (person.name === name || fold(person.label) === name));
    if (same.length === 1) choose({ person: same[0] });
    if (!free && !chosen()) input.value = '';
    close();
  }

  input.addEventListener('input', () => {
    put('', input.value.trim());
    open();
  });
  input.addEventListener('click', () => { if (!isOpen()) open(Boolean(chosen())); });
  input.addEventListener('blur', settle);
  input.addEventListener('keydown', event => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = entries.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      moved = true;
      if (!isOpen()) open(Boolean(chosen()));
      else if (event.key === 'ArrowDown') mark(active >= last ? 0 : active + 1);
      else mark(active <= 0 ? last : active - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isOpen() && entries[active]) choose(entries[active]);
    } else if (event.key === 'Tab') {
      if (moved && entries[active]) choose(entries[active]);
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    }
  });
  // The field keeps the focus while a finger or the mouse is on the list.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const index = [...list.children].indexOf(event.target.closest('[role=option]'));
    if (index >= 0) choose(entries[index]);
  });

  function set(id, name) {
    const person = people.find(one => one.id === id);
    input.value = person?.label ?? name ?? '';
    select.value = person?.id ?? '';
    if (free) free.value = person ? '' : name ?? '';
    close();
  }

  set(select.value, free?.value);
  if (select.autofocus) input.focus();
  return { input, set, settle, label: () => input.value.trim() };
}

export const comboboxOf = field => made.get(field);
const made = new Map([...document.querySelectorAll('[data-combobox]')].map(field => [field, combobox(field)]));
