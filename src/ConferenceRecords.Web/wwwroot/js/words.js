// What the pages hand to scripts: sentences with places for values, written in data attributes.
export const say = (pattern, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), pattern ?? '');

/** Vietnamese keyboards compose: such a key belongs to the keyboard, not to the page. */
export const composing = event => event.isComposing || event.keyCode === 229;
