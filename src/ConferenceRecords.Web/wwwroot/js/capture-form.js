// The form of the desk: what it holds, what is missing in it, which content is chosen. What becomes of its words is not its business.
import { comboboxOf } from './combobox.js';
import { request } from './sender.js';
import { say } from './words.js';

const chosenText = select => select.options?.[select.selectedIndex]?.text ?? '';

export function captureForm(root, path) {
  const form = root.querySelector('form');
  const field = name => form.elements[`Input.${name}`];
  const names = ['ItemId', 'DelegateId', 'SpeakerName', 'Kind', 'Channel', 'ParagraphId', 'Text'].filter(field);
  const speaker = comboboxOf(form.querySelector('[data-combobox]'));
  const control = name => name === 'DelegateId' ? speaker.input : field(name);
  const focus = name => control(name).focus();
  const word = name => say(root.dataset[name]);
  let current = field('ItemId').value;

  const read = () => Object.fromEntries(names.map(name => [name, field(name).value]));
  const isBlank = (values = read()) => !values.Text.trim() && !values.DelegateId && !values.SpeakerName.trim();
  const fieldsOf = values => Object.fromEntries(names.map(name => [`Input.${name}`, values[name]]));
  const valuesOf = fields => Object.fromEntries(names.map(name => [name, fields[`Input.${name}`] ?? '']));

  function write(values) {
    chooseItem(values.ItemId, values.ParagraphId);
    speaker.set(values.DelegateId, values.SpeakerName);
    for (const name of ['Kind', 'Channel', 'Text']) if (field(name)) field(name).value = values[name] ?? '';
  }

  /** Which fields want a value, each with the words for it. */
  function missing(values) {
    const errors = {};
    if (!values.ItemId) errors.ItemId = word('needItem');
    if (!values.DelegateId && !values.SpeakerName.trim()) errors.DelegateId = word('needSpeaker');
    if (!values.Kind) errors.Kind = word('needKind');
    if (!values.Text.trim()) errors.Text = word('needText');
    return errors;
  }

  /** Shows errors beside their fields; true when there is none. */
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
    if (first) focus(first);
    return !first;
  }

  /** What the column shows of an entry until the server's own words are there. */
  const label = () => ({ speaker: speaker.label(), kind: chosenText(field('Kind')), place: chosenText(field('ItemId')) });
  const speakerOf = values => values.SpeakerName || ([...field('DelegateId').options].find(option => option.value === values.DelegateId)?.text ?? '');

  async function loadParagraphs(item, chosen) {
    const list = field('ParagraphId');
    list.closest('.field').hidden = true;
    list.length = 1;
    if (!item || /^0+-/.test(item)) return;
    try {
      const answer = await request(`${path}${path.includes('?') ? '&' : '?'}handler=paragraphs&noi-dung=${item}`);
      if (!answer.ok || field('ItemId').value !== item) return;
      for (const { id, text } of await answer.json()) list.add(new Option(text, id, false, id === chosen));
      list.closest('.field').hidden = list.length === 1;
    } catch { /* Without network an opinion is about the whole content. */ }
  }

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

  /** Goes to the content before or behind; returns its words. */
  function step(by) {
    const list = field('ItemId');
    const { value, text } = list.options[Math.min(Math.max(list.selectedIndex + by, 1), list.length - 1)];
    chooseItem(value);
    return text;
  }

  function insert(phrase, kind) {
    const text = field('Text');
    text.focus();
    text.setRangeText(phrase, text.selectionStart, text.selectionEnd, 'end');
    if (kind) field('Kind').value = kind;
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  field('ItemId').addEventListener('change', event => chooseItem(event.target.value));

  return { form, speaker, read, write, isBlank, fieldsOf, valuesOf, missing, show, focus, label, speakerOf, chooseItem, step, insert };
}
