// The unaccented key of a text, as VietnameseText.Fold makes it on the server: one line, lower-case, without marks, đ as d.
const withoutMarks = text => text.normalize('NFD').replace(/\p{Mn}/gu, '');

export const fold = text => withoutMarks(withoutMarks(text.replace(/\x85/g, ' ').replace(/\p{Cf}|[^\P{Cc}\s]/gu, '')).toLowerCase())
  .replace(/[đðɖ]/g, 'd').replace(/\s+/g, ' ').trim().normalize('NFC');
